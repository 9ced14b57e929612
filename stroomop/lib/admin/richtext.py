"""Writing rich text: an editor with buttons, and below it what could be better. Without a script, a plain text area."""

from typing import Any

from django import forms
from django.forms import Media
from django.forms.widgets import Script
from django.utils.html import linebreaks
from django_prose_editor.widgets import prose_editor_admin_media

from stroomop.lib.links import as_written, recognise
from stroomop.lib.readability import remarks
from stroomop.lib.richtext import clean_html

# Some forty pages of print. What is longer takes long to clean.
MAX_LENGTH = 100_000
TOO_LONG = "Deze tekst is te lang. Verdeel hem over meer pagina's."


class RichTextWidget(forms.Textarea):
    template_name = "admin/widgets/rich_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 12, "class": "vLargeTextField", **(attrs or {})})

    @property
    def media(self) -> Media:
        scripts = ["rich-text", "rich-text-toolbar", "link-search", "readability"]
        modules: Any = [Script(f"js/{name}.js", type="module") for name in scripts]
        # Named once more, so that ours comes after it.
        styles = ["django_prose_editor/overrides.css", "css/rich-text.css"]
        return prose_editor_admin_media + Media(css={"all": styles}, js=modules)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["remarks"] = advice(value or "")
        return context

    def use_required_attribute(self, initial: Any) -> bool:
        """The script hides the text area, and a browser can't point at what is hidden."""
        return False


def advice(html: str) -> list[str]:
    return [TOO_LONG] if len(html) > MAX_LENGTH else remarks(clean_html(html))


class RichTextFormField(forms.CharField):
    """Clean, and with links that name the item they lead to."""

    widget = RichTextWidget
    default_error_messages = {"max_length": TOO_LONG}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_length": MAX_LENGTH})

    def prepare_value(self, value: Any) -> Any:
        return as_written(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        html = recognise(clean_html(in_paragraphs(text)))
        # Something may have been typed of which nothing is left.
        self.validate(html)
        return html

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A link that has a newer address by now is no change of the editor."""
        if len(data or "") > MAX_LENGTH:
            return True
        before, after = (clean_html(in_paragraphs(as_written(text or ""))) for text in (initial, data))
        return before != after


def in_paragraphs(text: str) -> str:
    """What was typed without marks: a white line ends a paragraph."""
    return text if "<" in text else linebreaks(text)
