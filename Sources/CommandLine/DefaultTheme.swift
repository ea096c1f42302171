// Made by Scripts/embed-theme.sh from the folder Templates: change the files there and run `make theme`.
// swift-format-ignore-file

/// The files of the default theme with their paths below Templates.
enum DefaultTheme {
  static let files: [(path: String, text: String)] = [
    ("404.html", #"""
{% extends "base.html" %}
{% block title %}{{ t.not_found }} – {{ site.title }}{% endblock %}
{% block head %}
<meta name="robots" content="noindex">
{% endblock %}
{% block main %}
<h1>{{ t.not_found }}</h1>
<p>{{ t.not_found_help }}</p>
<ul>
<li><a href="{{ site.home_url }}">{{ t.newest_issue }}</a></li>
<li><a href="{{ site.archive_url }}">{{ t.archive }}</a></li>
<li><a href="{{ site.topics_url }}">{{ t.topics }}</a></li>
</ul>
{% endblock %}

"""#),
    ("archive.html", #"""
{% extends "base.html" %}
{% block title %}{{ t.archive }} – {{ site.title }}{% endblock %}
{% block main %}
<h1>{{ t.archive }}</h1>
<ul class="volumes">
{% for volume in volumes %}
<li><a href="{{ volume.url }}">{{ volume.year }}</a> <span class="details">({{ volume.count }})</span></li>
{% endfor %}
</ul>
{% endblock %}

"""#),
    ("assets/style.css", #"""
/* Plain and readable: one column, the reader's own sizes, and a print that looks like the bulletin. */
/* Every colour has a name here, and each name a light and a dark value. */
:root {
  color-scheme: light dark;
  --ink: #1b1b1a;
  --faint: #5d5b56;
  --paper: #fdfcf9;
  --shade: #f2efe8;
  --line: #d8d4ca;
  --link: #7a1f1f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e4df;
    --faint: #a5a29a;
    --paper: #191917;
    --shade: #24231f;
    --line: #3c3a35;
    --link: #e5a08f;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); }
body { max-width: 42rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 0.75rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
img { max-width: 100%; height: auto; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.site-header { border-bottom: 1px solid var(--line); padding-bottom: 0.75rem; }
.site-title { font-weight: bold; margin: 0; letter-spacing: 0.04em; }
.site-title a { color: inherit; text-decoration: none; }
nav ul, .site-footer ul, .letters, .translations { list-style: none; margin: 0.25rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
.lead, .abstract, .details, .site-footer, .citation, .license { color: var(--faint); }
.details, .site-footer, .citation, .license, .editors, .topics, .contents, .neighbours { font-size: 0.9rem; }
.masthead { border: solid var(--line); border-width: 0 0 1px; padding: 1rem 0; margin-bottom: 1rem; }
.masthead p { margin: 0.2rem 0; }
.series { font-size: 1.5rem; font-weight: bold; letter-spacing: 0.12em; }
.byline { font-weight: bold; margin: 0.5rem 0 1rem; }
.contents { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1.25rem 0; }
/* A run-in heading stands in the line of the paragraph that it opens. */
.run-in > h2 { display: inline; font-size: 1rem; line-height: inherit; }
.run-in > h2 + p { display: inline; }
.run-in { margin: 1rem 0; }
.run-in > h2 + p::after { content: ""; display: block; margin-bottom: 1rem; }
/* A word of one letter stays with the next one. */
.nb { white-space: nowrap; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
table { border-collapse: collapse; margin: 1rem 0; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid var(--line); }
pre { overflow-x: auto; color: var(--ink); background: var(--shade); padding: 0.75rem; }
.issues { list-style: none; padding: 0; }
.issue-line { margin: 0.9rem 0; }
.issue-line .label, .issue-line .details { display: block; color: var(--faint); font-size: 0.85rem; }
.letter ul { list-style: none; padding: 0; }
.volumes { columns: 8rem; }
.years { display: grid; grid-template-columns: 4rem 1fr; gap: 0.25rem 1rem; }
.years dd { margin: 0; }
.footnotes { border-top: 1px solid var(--line); margin-top: 2rem; font-size: 0.9rem; }
.neighbours { display: flex; justify-content: space-between; gap: 1.5rem; border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
.neighbours span { display: block; color: var(--faint); }
.site-footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 0.5rem; }
@media print {
  .site-header nav, .site-footer ul, .contents, .neighbours, .translations, .skip { display: none; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
}

"""#),
    ("base.html", #"""
<!doctype html>
<html lang="{{ site.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ site.title }}{% endblock %}</title>
{% block head %}
{% endblock %}
<link rel="canonical" href="{{ page.absolute_url }}">
{% for other in page.alternates %}
<link rel="alternate" hreflang="{{ other.language }}" href="{{ other.absolute_url }}">
{% endfor %}
<link rel="alternate" type="application/rss+xml" title="{{ site.title }}" href="{{ site.feed_url }}">
<link rel="stylesheet" href="{{ 'style.css' | asset }}">
</head>
<body>
<a class="skip" href="#_main">{{ t.skip_to_content }}</a>
<header class="site-header">
<p class="site-title"><a href="{{ site.home_url }}">{{ site.title }}</a></p>
<nav aria-label="{{ t.site_navigation }}">
<ul>
<li><a href="{{ site.archive_url }}">{{ t.archive }}</a></li>
<li><a href="{{ site.topics_url }}">{{ t.topics }}</a></li>
<li><a href="{{ site.people_url }}">{{ t.people }}</a></li>
<li><a href="{{ site.editors_url }}">{{ t.editors }}</a></li>
{% for other in page.alternates %}
<li><a href="{{ other.url }}" lang="{{ other.language }}" hreflang="{{ other.language }}">{{ other.name }}</a></li>
{% else %}
{% for other in site.languages %}
<li><a href="{{ other.url }}" lang="{{ other.language }}" hreflang="{{ other.language }}">{{ other.name }}</a></li>
{% endfor %}
{% endfor %}
</ul>
</nav>
</header>
<main id="_main">
{% block main %}
{% endblock %}
</main>
<footer class="site-footer">
<ul>
{% for link in site.pages %}
<li><a href="{{ link.url }}">{{ link.name }}</a></li>
{% endfor %}
<li><a href="{{ site.feed_url }}">RSS</a></li>
</ul>
<p>{% if site.publisher is not none %}{{ site.publisher }}{% endif %}{% if site.issn is not none %} · ISSN {{ site.issn }}{% endif %}{% if site.license is not none %} · {{ site.license }}{% endif %}</p>
</footer>
</body>
</html>

"""#),
    ("bulletin.html", #"""
{% extends "base.html" %}
{% from "parts.html" import people, label %}
{% block title %}{{ issue.title }} – {{ site.title }}{% endblock %}
{% block head %}
<meta name="description" content="{{ issue.abstract | default(issue.title, true) }}">
<meta name="citation_title" content="{{ issue.title }}">
{% for author in issue.authors %}
<meta name="citation_author" content="{{ author.name }}">
{% endfor %}
<meta name="citation_publication_date" content="{{ issue.date_slashes }}">
<meta name="citation_journal_title" content="{{ issue.series }}">
<meta name="citation_volume" content="{{ issue.year }}">
{% if issue.number is not none %}
<meta name="citation_issue" content="{{ issue.number }}">
{% endif %}
{% if site.issn is not none %}
<meta name="citation_issn" content="{{ site.issn }}">
{% endif %}
{% if issue.publisher is not none %}
<meta name="citation_publisher" content="{{ issue.publisher }}">
{% endif %}
<meta name="citation_language" content="{{ site.language }}">
<meta name="citation_fulltext_html_url" content="{{ issue.absolute_url }}">
{% for topic in issue.topics %}
<meta name="citation_keywords" content="{{ topic.name }}">
{% endfor %}
<meta property="og:type" content="article">
<meta property="og:title" content="{{ issue.title }}">
<meta property="og:url" content="{{ issue.absolute_url }}">
<script type="application/ld+json">{{ issue.json_ld | tojson }}</script>
{% endblock %}
{% block main %}
<article class="bulletin">
<header class="masthead">
<p class="series">{{ issue.series }}</p>
<p class="number-line">{% if issue.number is not none %}<span class="number">{{ label(issue, t.number_sign) }}</span> • {% endif %}<time datetime="{{ issue.date }}">{{ issue.date_text }}</time>{% if issue.publisher is not none %} • © {{ issue.publisher }}{% endif %}</p>
{% if issue.editors %}
<p class="editors"><span class="editors-label">{{ t.editors_label }}</span>
{% for editor in issue.editors %}
<span class="editor"><a href="{{ editor.url }}">{{ editor.name }}</a>{% if editor.roles %} ({{ editor.roles | join(", ") }}){% endif %}</span>{% if not loop.last %}, {% endif %}
{% endfor %}
</p>
{% endif %}
</header>
<h1>{{ issue.title_html }}</h1>
{% if issue.authors %}
<p class="byline">{{ people(issue.authors) }}</p>
{% endif %}
{% if issue.translations %}
<ul class="translations">
{% for other in issue.translations %}
<li><a href="{{ other.url }}" lang="{{ other.language }}" hreflang="{{ other.language }}">{{ other.name }}: {{ other.title }}</a></li>
{% endfor %}
</ul>
{% endif %}
{% if issue.abstract_html is not none %}
<p class="abstract"><em>{{ issue.abstract_html }}</em></p>
{% endif %}
{% if issue.sections %}
<nav class="contents" aria-label="{{ t.in_this_issue }}">
<ul>
{% for section in issue.sections %}
<li><a href="#{{ section.id }}">{{ section.text }}</a></li>
{% endfor %}
</ul>
</nav>
{% endif %}
<div class="body">
{{ issue.body }}
</div>
<footer class="issue-footer">
{% if issue.topics %}
<p class="topics">{{ t.topics }}:
{% for topic in issue.topics %}
<a href="{{ topic.url }}">{{ topic.name }}</a>{% if not loop.last %}, {% endif %}
{% endfor %}
</p>
{% endif %}
<p class="citation"><span class="citation-label">{{ t.cite_as }}</span> {% for author in issue.authors %}{{ author.name }}, {% endfor %}{{ t.quote_open }}{{ issue.title }}{{ t.quote_close }}, <cite>{{ issue.series }}</cite>{% if issue.number is not none %} {{ label(issue, t.number_sign) }}{% endif %}, {{ issue.date_text }}, <a href="{{ issue.absolute_url }}">{{ issue.absolute_url }}</a></p>
{% if issue.license is not none %}
<p class="license">{{ t.license }}: {{ issue.license }}</p>
{% endif %}
</footer>
</article>
<nav class="neighbours" aria-label="{{ t.neighbours }}">
{% if issue.previous is not none %}
<a rel="prev" href="{{ issue.previous.url }}"><span>{{ t.previous_issue }}</span> {{ issue.previous.title }}</a>
{% endif %}
<a href="{{ issue.volume_url }}">{{ t.volume }} {{ issue.year }}</a>
{% if issue.next is not none %}
<a rel="next" href="{{ issue.next.url }}"><span>{{ t.next_issue }}</span> {{ issue.next.title }}</a>
{% endif %}
</nav>
{% endblock %}

"""#),
    ("editors.html", #"""
{% extends "base.html" %}
{% from "parts.html" import label %}
{% block title %}{{ t.editors }} – {{ site.title }}{% endblock %}
{% macro span(tenure) %}
<a href="{{ tenure.first.url }}">{{ label(tenure.first, t.number_sign) }}, {{ tenure.first.date_text }}</a>{% if tenure.count > 1 %} – <a href="{{ tenure.last.url }}">{{ label(tenure.last, t.number_sign) }}, {{ tenure.last.date_text }}</a>{% endif %}
{% endmacro %}
{% block main %}
<h1>{{ t.masthead_through_time }}</h1>
{% for held in roles %}
<section class="role">
<h2>{{ held.role | default(t.editor, true) }}</h2>
<ul>
{% for tenure in held.tenures %}
<li><a href="{{ tenure.person.url }}">{{ tenure.person.name }}</a> <span class="details">{{ span(tenure) }} ({{ tenure.count }})</span></li>
{% endfor %}
</ul>
</section>
{% endfor %}
{% endblock %}

"""#),
    ("feed.xml", #"""
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{{ feed.title }}</title>
<link>{{ feed.url }}</link>
<description>{{ feed.description }}</description>
<language>{{ site.language }}</language>
{% if feed.items %}
<pubDate>{{ feed.items[0].issue.rfc822 }}</pubDate>
{% endif %}
<atom:link rel="self" type="application/rss+xml" href="{{ feed.self_url }}"/>
{% for item in feed.items %}
<item>
<title>{{ item.issue.title }}</title>
<link>{{ item.issue.absolute_url }}</link>
<guid isPermaLink="true">{{ item.issue.absolute_url }}</guid>
<pubDate>{{ item.issue.rfc822 }}</pubDate>
{% for author in item.issue.authors %}
<dc:creator>{{ author.name }}</dc:creator>
{% endfor %}
{% for topic in item.issue.topics %}
<category>{{ topic.name }}</category>
{% endfor %}
{% if item.issue.category is not none %}
<category>{{ item.issue.category }}</category>
{% endif %}
<description>{{ item.issue.abstract | default(item.issue.title, true) }}</description>
<content:encoded>{{ item.content }}</content:encoded>
</item>
{% endfor %}
</channel>
</rss>

"""#),
    ("home.html", #"""
{% extends "base.html" %}
{% from "parts.html" import line, people, label %}
{% block head %}
{% if site.description is not none %}
<meta name="description" content="{{ site.description }}">
{% endif %}
{% endblock %}
{% block main %}
<h1>{{ site.title }}</h1>
{% if site.description is not none %}
<p class="lead">{{ site.description }}</p>
{% endif %}
{% if newest is none %}
<p>{{ t.no_issues }}</p>
{% else %}
<article class="newest">
<h2><a href="{{ newest.url }}">{{ newest.title }}</a></h2>
<p class="details">{{ label(newest, t.number_sign) }} · <time datetime="{{ newest.date }}">{{ newest.date_text }}</time>{% if newest.authors %} · {{ people(newest.authors) }}{% endif %}</p>
{% if newest.abstract is not none %}
<p>{{ newest.abstract }}</p>
{% endif %}
</article>
{% if issues %}
<h2>{{ t.recent_issues }}</h2>
<ul class="issues">
{% for issue in issues %}
{{ line(issue, t.number_sign, issue.url) }}
{% endfor %}
</ul>
{% endif %}
<p><a href="{{ site.archive_url }}">{{ t.all_volumes }}</a></p>
{% endif %}
{% endblock %}

"""#),
    ("page.html", #"""
{% extends "base.html" %}
{% block title %}{{ document.title }} – {{ site.title }}{% endblock %}
{% block head %}
{% if document.summary is not none %}
<meta name="description" content="{{ document.summary }}">
{% endif %}
{% endblock %}
{% block main %}
<article class="document">
<h1>{{ document.title }}</h1>
<div class="body">
{{ document.body }}
</div>
</article>
{% endblock %}

"""#),
    ("parts.html", #"""
{# What several pages print alike. #}

{% macro people(list) %}
{% for person in list %}{% if not loop.first %}, {% endif %}<a href="{{ person.url }}">{{ person.name }}</a>{% endfor %}
{% endmacro %}

{% macro label(issue, sign) %}
{% if issue.number is not none %}{{ sign }} {{ issue.number }}{% if issue.cumulative is not none %} ({{ issue.cumulative }}){% endif %}{% else %}{{ issue.date_text }}{% endif %}
{% endmacro %}

{% macro line(issue, sign, url) %}
<li class="issue-line"><span class="label">{{ label(issue, sign) }}</span>
<a href="{{ url }}">{{ issue.title }}</a>
<span class="details"><time datetime="{{ issue.date }}">{{ issue.date_text }}</time>{% if issue.authors %} · {{ people(issue.authors) }}{% endif %}</span></li>
{% endmacro %}

{% macro index(letters) %}
{% if letters | length > 1 %}
<ul class="letters">
{% for group in letters %}
<li><a href="#{{ group.id }}">{{ group.letter }}</a></li>
{% endfor %}
</ul>
{% endif %}
{% endmacro %}

"""#),
    ("people.html", #"""
{% extends "base.html" %}
{% from "parts.html" import index %}
{% block title %}{{ t.people }} – {{ site.title }}{% endblock %}
{% block main %}
<h1>{{ t.people }}</h1>
{{ index(letters) }}
{% for group in letters %}
<section class="letter">
<h2 id="{{ group.id }}">{{ group.letter }}</h2>
<ul>
{% for person in group.lines %}
<li><a href="{{ person.url }}">{{ person.name }}</a> <span class="details">({% if person.wrote %}{{ t.wrote }} {{ person.wrote }}{% endif %}{% if person.wrote and person.edited %}, {% endif %}{% if person.edited %}{{ t.edited }} {{ person.edited }}{% endif %})</span></li>
{% endfor %}
</ul>
</section>
{% endfor %}
{% endblock %}

"""#),
    ("person.html", #"""
{% extends "base.html" %}
{% from "parts.html" import line %}
{% block title %}{{ person.name }} – {{ site.title }}{% endblock %}
{% block head %}
<link rel="alternate" type="application/rss+xml" title="{{ person.name }}" href="{{ person.feed_url }}">
{% endblock %}
{% block main %}
<h1>{{ person.name }}</h1>
{% if person.affiliation is not none %}
<p class="affiliation">{{ person.affiliation }}</p>
{% endif %}
{% if person.biography is not none %}
<p class="biography">{{ person.biography }}</p>
{% endif %}
{% if person.orcid is not none %}
<p class="orcid">ORCID <a href="https://orcid.org/{{ person.orcid }}">{{ person.orcid }}</a></p>
{% endif %}
{% if person.wrote %}
<section>
<h2>{{ t.as_author }}</h2>
<ul class="issues">
{% for issue in person.wrote %}
{{ line(issue, t.number_sign, issue.url) }}
{% endfor %}
</ul>
<p><a href="{{ person.feed_url }}">RSS</a></p>
</section>
{% endif %}
{% for held in person.edited %}
<section class="role">
<h2>{{ held.role | default(t.editor, true) }} <span class="details">({{ held.count }})</span></h2>
<dl class="years">
{% for year in held.years %}
<dt>{{ year.year }}</dt>
<dd>{% for issue in year.issues %}<a href="{{ issue.url }}">{{ issue.label }}</a>{% if not loop.last %}, {% endif %}{% endfor %}</dd>
{% endfor %}
</dl>
</section>
{% endfor %}
{% endblock %}

"""#),
    ("redirect.html", #"""
<!doctype html>
<html lang="{{ site.language }}">
<head>
<meta charset="utf-8">
<title>{{ t.moved }}</title>
<link rel="canonical" href="{{ target }}">
<meta http-equiv="refresh" content="0; url={{ target }}">
<meta name="robots" content="noindex">
</head>
<body>
<p>{{ t.moved }}: <a href="{{ target }}">{{ target }}</a></p>
</body>
</html>

"""#),
    ("sitemap.xml", #"""
<?xml version="1.0" encoding="utf-8"?>
{% if is_index %}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for entry in entries %}
<sitemap><loc>{{ entry.url }}</loc></sitemap>
{% endfor %}
</sitemapindex>
{% else %}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for entry in entries %}
<url><loc>{{ entry.url }}</loc>{% if entry.date is not none %}<lastmod>{{ entry.date }}</lastmod>{% endif %}</url>
{% endfor %}
</urlset>
{% endif %}

"""#),
    ("strings/en.yaml", #"""
# Every word that the templates print.
skip_to_content: Skip to content
site_navigation: The site
archive: Archive
topics: Topics
people: People
editors: Editors
number_sign: No.
editors_label: "Editors:"
in_this_issue: In this issue
neighbours: Issues before and after
previous_issue: Previous issue
next_issue: Next issue
newest_issue: The newest issue
recent_issues: Recent issues
all_volumes: All volumes
no_issues: No issue has been published yet.
volume: Volume
cite_as: "Cite as:"
quote_open: “
quote_close: ”
license: Licence
see: see
see_also: See also
also_called: Also called
broader: Part of
narrower: Parts
wrote: wrote
edited: edited
as_author: Issues written
editor: Editor
masthead_through_time: The masthead through time
not_found: Page not found
not_found_help: There is nothing at this address. It may have been mistyped, or the page may have moved.
moved: This page has moved

"""#),
    ("strings/pl.yaml", #"""
# Wszystkie słowa, które drukują szablony.
skip_to_content: Przejdź do treści
site_navigation: Serwis
archive: Archiwum
topics: Tematy
people: Osoby
editors: Redakcja
number_sign: Nr
editors_label: "Redakcja:"
in_this_issue: W tym numerze
neighbours: Poprzedni i następny numer
previous_issue: Poprzedni numer
next_issue: Następny numer
newest_issue: Najnowszy numer
recent_issues: Ostatnie numery
all_volumes: Wszystkie roczniki
no_issues: Nie ukazał się jeszcze żaden numer.
volume: Rocznik
cite_as: "Cytowanie:"
quote_open: „
quote_close: ”
license: Licencja
see: zob.
see_also: Zobacz też
also_called: Inne nazwy
broader: Część tematu
narrower: Tematy węższe
wrote: "autorstwo:"
edited: "redakcja:"
as_author: Napisane numery
editor: Członek redakcji
masthead_through_time: Redakcja na przestrzeni lat
not_found: Nie znaleziono strony
not_found_help: Pod tym adresem niczego nie ma. Mógł zostać błędnie wpisany albo strona została przeniesiona.
moved: Ta strona została przeniesiona

"""#),
    ("topic.html", #"""
{% extends "base.html" %}
{% from "parts.html" import line %}
{% block title %}{{ topic.name }} – {{ site.title }}{% endblock %}
{% block head %}
<link rel="alternate" type="application/rss+xml" title="{{ topic.name }}" href="{{ topic.feed_url }}">
{% endblock %}
{% macro links(label, list) %}
{% if list %}
<p class="relations">{{ label }}: {% for other in list %}<a href="{{ other.url }}">{{ other.name }}</a>{% if not loop.last %}, {% endif %}{% endfor %}</p>
{% endif %}
{% endmacro %}
{% block main %}
<h1>{{ topic.name }}</h1>
{% if topic.other_words %}
<p class="relations">{{ t.also_called }}: {{ topic.other_words | join(", ") }}</p>
{% endif %}
{% if topic.broader is not none %}
{{ links(t.broader, [topic.broader]) }}
{% endif %}
{{ links(t.narrower, topic.narrower) }}
{{ links(t.see_also, topic.related) }}
<ul class="issues">
{% for entry in topic.entries %}
{{ line(entry.issue, t.number_sign, entry.url) }}
{% endfor %}
</ul>
<p><a href="{{ topic.feed_url }}">RSS</a></p>
{% endblock %}

"""#),
    ("topics.html", #"""
{% extends "base.html" %}
{% from "parts.html" import index %}
{% block title %}{{ t.topics }} – {{ site.title }}{% endblock %}
{% block main %}
<h1>{{ t.topics }}</h1>
{{ index(letters) }}
{% for group in letters %}
<section class="letter">
<h2 id="{{ group.id }}">{{ group.letter }}</h2>
<ul>
{% for topic in group.lines %}
{% if topic.see is not none %}
<li>{{ topic.name }}: <em>{{ t.see }}</em> <a href="{{ topic.url }}">{{ topic.see }}</a></li>
{% else %}
<li><a href="{{ topic.url }}">{{ topic.name }}</a> <span class="details">({{ topic.wrote }})</span></li>
{% endif %}
{% endfor %}
</ul>
</section>
{% endfor %}
{% endblock %}

"""#),
    ("volume.html", #"""
{% extends "base.html" %}
{% from "parts.html" import line %}
{% block title %}{{ t.volume }} {{ volume.year }} – {{ site.title }}{% endblock %}
{% block main %}
<h1>{{ t.volume }} {{ volume.year }}</h1>
<ul class="issues">
{% for issue in volume.issues %}
{{ line(issue, t.number_sign, issue.url) }}
{% endfor %}
</ul>
{% endblock %}

"""#),
  ]
}
