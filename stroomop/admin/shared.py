from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from stroomop import roles


class AccountsMixin(admin.ModelAdmin):
    """For whoever manages the accounts; a right in some group is not enough (stroomop.roles)."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return roles.manages_accounts(request.user) and super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return roles.manages_accounts(request.user) and super().has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return roles.manages_accounts(request.user) and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return roles.manages_accounts(request.user) and super().has_change_permission(request, obj)
