"""Who came in and who tried, to look at."""

from django.contrib import admin

from stroomop.lib.admin import ModelAdmin, ReadOnlyMixin
from stroomop.models import SignIn

from .shared import AccountsMixin


@admin.register(SignIn)
class SignInAdmin(ReadOnlyMixin, AccountsMixin, ModelAdmin):
    list_display = ["moment", "who", "outcome", "number", "network"]
    list_filter = ["outcome", "moment"]
    list_select_related = ["user"]
    search_fields = ["user__username", "user__last_name", "network"]
    fields = ["who", "outcome", "number", "moment", "network"]

    @admin.display(description="wie", ordering="user__username")
    def who(self, obj: SignIn) -> str:
        return str(obj.user or "onbekende naam")
