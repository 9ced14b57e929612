"""Somebody who has all that is public and linear programming, and wants to know what is hidden."""

import numpy as np
from scipy.optimize import linprog

from monitor.disclosure import Cell, shown

TOLERANCE = 1e-6
UNBOUNDED, FOUND = 3, 0


def pinned(made, hidden):
    """The hidden cells that he can tell to within less than the smallest: (cell, from, to).

    He supposes that what is hidden was the same at all dates. Where that can't be, he looks at each date by itself.
    """
    together = Attack(made, hidden, made.dates)
    attacks = [together] if together.is_possible else [Attack(made, hidden, [date]) for date in made.dates]
    return [found for attack in attacks if attack.is_possible for found in attack.pinned()]


class Attack:
    """Every hidden cell is a column, every shown one too, between what its rounding leaves open."""

    def __init__(self, made, hidden, dates):
        self.made, self.hidden = made, hidden
        self.column, self.bounds = {}, []
        self.equal, self.at_most = [], []
        for date in dates:
            self.add_breakdowns(date)
            self.add_spans(date)
        self.lines = {}
        for name, rows in (("eq", self.equal), ("ub", self.at_most)):
            matrix = np.zeros((len(rows), len(self.bounds)))
            for number, row in enumerate(rows):
                matrix[number, list(row)] = list(row.values())
            self.lines |= {f"A_{name}": matrix, f"b_{name}": np.zeros(len(rows))}
        # Of all tables that he found so far, each in agreement with everything public.
        self.lowest = np.full(len(self.bounds), np.inf)
        self.highest = np.full(len(self.bounds), -np.inf)
        self.is_possible = self.find(np.zeros(len(self.bounds)))

    def add_breakdowns(self, date):
        for period in self.made.calendar.stretches:
            total = self.variable(date, self.made.table.total, period)
            for breakdown in self.made.table.breakdowns:
                parts = [self.variable(date, one, period) for one in sorted(breakdown.parts)]
                if breakdown.covers:
                    self.equal.append({total: -1} | dict.fromkeys(parts, 1))
                else:
                    self.at_most += [{part: 1, total: -1} for part in parts]

    def add_spans(self, date):
        calendar = self.made.calendar
        for span, periods in calendar.spans.items():
            is_all = frozenset().union(*(calendar.stretches[one] for one in periods)) == calendar.stretches[span]
            for one in self.everyone():
                whole = self.variable(date, one, span)
                parts = [self.variable(date, one, period) for period in periods]
                if is_all and self.made.adds_up:
                    self.equal.append({whole: -1} | dict.fromkeys(parts, 1))
                else:
                    self.at_most += [{part: 1, whole: -1} for part in parts]
                    # Whoever was there at all was there in one of the parts.
                    self.at_most += [{whole: 1} | dict.fromkeys(parts, -1)] * is_all

    def everyone(self):
        table = self.made.table
        return [table.total, *(one for breakdown in table.breakdowns for one in sorted(breakdown.parts))]

    def variable(self, date, series, period):
        """The column of a cell. What is shown gets another as soon as it is revised."""
        cell = Cell(series, period)
        value = None if cell in self.hidden else date.get(cell)
        if (cell, value) not in self.column:
            self.column[cell, value] = len(self.bounds)
            self.bounds.append(self.bounds_of(cell, value))
        return self.column[cell, value]

    def bounds_of(self, cell, value):
        rule = self.made.rule
        if value is None:
            return (1 if self.is_surely_some(cell) else 0, None)
        rounded = int(shown(value, rule))
        if rule.base == 1 or not value:
            return (rounded, rounded)
        return (max(rounded - rule.base / 2, rule.least), rounded + rule.base / 2)

    def is_surely_some(self, cell):
        """A whole is hidden for its own sake while it is zero only where all its siblings are hidden."""
        calendar, versions = self.made.calendar, [date.get(cell, 0) for date in self.made.dates]
        is_whole = not any(cell.period in parts for parts in calendar.spans.values())
        siblings = [
            one for breakdown in self.made.table.breakdowns if cell.series in breakdown.parts for one in breakdown.parts
        ]
        are_told = {Cell(one, cell.period) for one in siblings} & set(self.made.dates[0])
        return cell in self.hidden and min(versions) > 0 and is_whole and not are_told <= self.hidden

    def find(self, goal):
        """Look for a table with the least of the goal. Whether there is any."""
        found = linprog(goal, bounds=self.bounds, method="highs", options={"presolve": False}, **self.lines)
        if found.status == FOUND:
            self.lowest, self.highest = np.minimum(self.lowest, found.x), np.maximum(self.highest, found.x)
        elif found.status == UNBOUNDED:
            self.highest = np.where(goal < 0, np.inf, self.highest)
        return found.status in (FOUND, UNBOUNDED)

    def pinned(self):
        for (cell, value), column in self.column.items():
            if value is None and cell in self.hidden:
                for sign in (-1, 1):
                    if self.is_narrow(column):
                        self.find(np.eye(1, len(self.bounds), column)[0] * sign)
                if self.is_narrow(column):
                    yield cell, float(self.lowest[column]), float(self.highest[column])

    def is_narrow(self, column):
        return self.highest[column] - self.lowest[column] < self.made.rule.smallest - TOLERANCE
