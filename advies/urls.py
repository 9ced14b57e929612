from django.urls import path

from . import feeds, views

app_name = "advies"

urlpatterns = [
    # /adviezen/
    path("", views.advies_list, name="advies_list"),
    path("op-een-a4/", views.sheet, name="sheet"),
    path("adviezen.csv", views.adviezen_csv, name="adviezen_csv"),
    path("adviezen.atom", feeds.AdviezenFeed(), name="feed"),
    # What was asked of one party
    path("voor/", views.party_list, name="party_list"),
    path("voor/<slug:slug>/", views.party_detail, name="party_detail"),
    path("voor/<slug:slug>/adviezen.atom", feeds.PartyFeed(), name="party_feed"),
    # One advies
    path("<int:number>-<slug:slug>/", views.advies_detail, name="advies_detail"),
    path("<int:number>-<slug:slug>/advies.atom", feeds.AdviesFeed(), name="advies_feed"),
]
