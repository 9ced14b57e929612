from .export import adviezen_csv
from .pages import advies_detail, advies_list, party_detail, party_list
from .sheet import sheet

__all__ = ["advies_detail", "advies_list", "adviezen_csv", "party_detail", "party_list", "sheet"]
