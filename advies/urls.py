from django.urls import path

from . import views

app_name = "advies"

urlpatterns = [
    # /adviezen/
    path("", views.advies_list, name="advies_list"),
    path("<int:number>-<slug:slug>/", views.AdviesDetail.as_view(), name="advies_detail"),
]
