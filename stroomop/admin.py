from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from stroomop.lib.admin import ModelAdmin, PublishableAdmin
from stroomop.models import HelpLine, Page, TextBlock, User


@admin.register(User)
class StaffAdmin(UserAdmin):
    list_display = ["username", "email", "organisation", "is_staff", "is_active"]
    list_select_related = ["organisation"]
    autocomplete_fields = ["organisation"]
    fieldsets = (*(UserAdmin.fieldsets or ()), ("Organisatie", {"fields": ["organisation"]}))


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ["title", "slug", "state", "checked_on"]
    search_fields = ["title"]


@admin.register(HelpLine)
class HelpLineAdmin(ModelAdmin):
    list_display = ["name", "phone", "order"]


@admin.register(TextBlock)
class TextBlockAdmin(ModelAdmin):
    list_display = ["key", "text"]
