from django.urls import path

from .views import compare, dashboards, panel, take_along

app_name = "monitor"

urlpatterns = [
    # /monitor/
    path("", dashboards.overview, name="overview"),
    path("cijfers.csv", take_along.figures_csv, name="figures_csv"),
    path("indicator/<slug:slug>/", dashboards.IndicatorDetail.as_view(), name="indicator_detail"),
    path("indicator/<slug:slug>/cijfers.csv", take_along.indicator_csv, name="indicator_csv"),
    path("indicator/<slug:slug>/grafiek.svg", take_along.chart_svg, name="chart_svg"),
    path("indicator/<slug:slug>/grafiek-<slug:size>.png", take_along.chart_png, name="chart_png"),
    path("indicator/<slug:slug>/per/<slug:dimension>/grafiek.svg", take_along.chart_svg, name="parts_svg"),
    path("indicator/<slug:slug>/per/<slug:dimension>/grafiek-<slug:size>.png", take_along.chart_png, name="parts_png"),
    path("indicator/<slug:slug>/embed/", take_along.embed, name="embed"),
    path("panel/", panel.panelround_list, name="panelround_list"),
    path("panel/<slug:slug>/", panel.PanelRoundDetail.as_view(), name="panelround_detail"),
    path("vergelijk/", compare.compare, name="compare"),
    # Last: a focus area may not take the address of a page above.
    path("<slug:slug>/", dashboards.SpeerpuntDetail.as_view(), name="speerpunt_detail"),
]
