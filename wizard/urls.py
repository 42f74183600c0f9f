"""Addresses: Japanese without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from wizard.api import views as api
from wizard.pages import views
from wizard.pages.sitemap import Pages


class FlowConverter(SlugConverter):
    """A flow's name; a missing static file is none."""

    regex = rf"(?!static/){SlugConverter.regex}"


register_converter(FlowConverter, "flow")

urlpatterns = [
    path("robots.txt", views.robots),
    path("favicon.ico", views.favicon),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": Pages}}, name="sitemap"),
    path("schema/<slug:name>.json", api.schema, name="schema"),
    *i18n_patterns(
        path("", views.start, name="home"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("<flow:flow>/", views.start, name="start"),
        path("<flow:flow>/flow.json", api.flow, name="flow_json"),
        path("<flow:flow>/<str:token>.json", api.result, name="result_json"),
        path("<flow:flow>/links/", views.links, name="links"),
        path("<flow:flow>/outcomes/<slug:outcome>/", views.outcome, name="outcome"),
        path("<flow:flow>/<str:token>/", views.step, name="step"),
        path("<flow:flow>/<str:token>/shared/", views.shared, name="shared"),
        path("<flow:flow>/<str:token>/<slug:question>/", views.change, name="change"),
        prefix_default_language=False,
    ),
]
