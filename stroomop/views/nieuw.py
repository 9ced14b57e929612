"""What is new on the site."""

from typing import Any

from django.views.generic import ListView

from monitor.corrections import read_corrections
from projects.shortcuts import any_sensitive
from stroomop.nieuw import CORRECTIONS, MOST, SUBJECTS, CappedPaginator, read, read_question, rows


class Nieuw(ListView):
    """What is new, by day, the newest first; or the corrections of figures: was, is, and why."""

    template_name = "stroomop/nieuw.html"
    paginator_class = CappedPaginator
    paginate_by = 50
    page_kwarg = "pagina"

    def get_queryset(self) -> Any:
        self.question = read_question(self.request.GET)
        return rows(self.question)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        question, found = self.question, context["page_obj"].object_list
        corrections, news = [], []
        if question.kind == CORRECTIONS:
            corrections = read_corrections(found)
        else:
            news = read(found, question.stand)
        return {
            **context,
            "stand": question.stand,
            "question": question,
            "subject": SUBJECTS[question.kind],
            "subjects": SUBJECTS,
            "is_cut": context["paginator"].count == MOST,
            "corrections": corrections,
            "news": news,
            "sensitive": any_sensitive([*corrections, *(one.line for one in news)]),
        }
