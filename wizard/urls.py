"""Addresses: Japanese without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import path, register_converter
from django.urls.converters import IntConverter, SlugConverter

from .api import views as api
from .caching import page
from .pages import views
from .pages.sitemap import Pages


class FlowConverter(SlugConverter):
    """A flow's name; a missing static file is none."""

    regex = rf"(?!static/){SlugConverter.regex}"


class RuleConverter(IntConverter):
    """A rule's number, spelled in one way."""

    regex = "[1-9][0-9]{0,3}"


handler500 = "wizard.failure.failed"

register_converter(FlowConverter, "flow")
register_converter(RuleConverter, "rule")

urlpatterns = [
    path("robots.txt", views.robots),
    path(".well-known/security.txt", views.security),
    path("favicon.ico", views.favicon),
    path("sitemap.xml", page(sitemap), {"sitemaps": {"pages": Pages}}, name="sitemap"),
    path("schema/<slug:name>.json", api.schema, name="schema"),
    *i18n_patterns(
        path("", views.start, name="home"),
        path("manifest.webmanifest", views.manifest, name="manifest"),
        path("about/", views.about, name="about"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("<flow:flow_id>/", views.start, name="start"),
        path("<flow:flow_id>/flow.json", api.flow, name="flow_json"),
        path("<flow:flow_id>/<str:token>.json", api.result, name="result_json"),
        path("<flow:flow_id>/links/", views.links, name="links"),
        path("<flow:flow_id>/rules/", views.rules, name="rules"),
        path("<flow:flow_id>/map.svg", views.rules_map, name="map"),
        path("<flow:flow_id>/map-<rule:rule>.svg", views.rules_map, name="map"),
        path("<flow:flow_id>/ways/", views.ways, name="ways"),
        path("<flow:flow_id>/outcomes/<slug:outcome_id>/", views.outcome, name="outcome"),
        path("<flow:flow_id>/outcomes/<slug:outcome_id>/qr.svg", views.outcome_qr),
        path("<flow:flow_id>/<str:token>/", views.walk, name="walk"),
        path("<flow:flow_id>/<str:token>/qr.svg", views.walk_qr),
        path("<flow:flow_id>/<str:token>/shared/", views.shared, name="shared"),
        path("<flow:flow_id>/<str:token>/shared/qr.svg", views.shared_qr),
        path("<flow:flow_id>/<str:token>/rules/", views.walk_rules, name="walk_rules"),
        path("<flow:flow_id>/<str:token>/<slug:question_id>/", views.change, name="change"),
        prefix_default_language=False,
    ),
]
