"""How a test fills in a form of the back-office, and what that says is wrong."""

from tests.stroomop.back_office.staff import form_data, url


def post(client, item, **changes):
    address = url(type(item), "change", item.pk)
    return client.post(address, form_data(client, address) | changes)


def add(client, model, button="_publish", **values):
    address = url(model, "add")
    return client.post(address, form_data(client, address) | values | {button: "Test"})


def faults(page):
    """What is wrong, on the form and in the rows below it."""
    found = [dict(page.context["adminform"].form.errors)]
    for formset in page.context["inline_admin_formsets"]:
        found += [*map(dict, formset.formset.errors), {"table": formset.formset.non_form_errors()}]
    return [errors for errors in found if any(errors.values())]
