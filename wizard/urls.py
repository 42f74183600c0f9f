"""Addresses: Japanese without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path
from django.views.generic import TemplateView

from . import views

urlpatterns = [
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    path("favicon.ico", views.favicon),
    *i18n_patterns(
        path("", views.start, name="home"),
        path("<slug:flow>/", views.start, name="start"),
        path("<slug:flow>/outcomes/<slug:outcome>/", views.outcome, name="outcome"),
        path("<slug:flow>/<str:token>/", views.step, name="step"),
        path("<slug:flow>/<str:token>/<slug:question>/", views.change, name="change"),
        prefix_default_language=False,
    ),
]
