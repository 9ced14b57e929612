from django.urls import path

from . import views

app_name = "monitor"

urlpatterns = [
    # /monitor/
    path("", views.overview, name="overview"),
    path("indicator/<slug:slug>/", views.IndicatorDetail.as_view(), name="indicator_detail"),
]
