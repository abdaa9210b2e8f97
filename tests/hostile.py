"""An article that is out to do harm: HTML, scripts, templates, Markdown and formulas in every place
that text can come from."""
from html import escape

ATTACK = "<img src=x onerror=alert(1)><script>alert('x')</script>"
LINK = "[click](javascript:alert(2))"
NAME = "<img src=x onerror=alert(3)> {{ 7*7 }} $x^2$ %23 `a` [b](c) &amp;.html"
TITLE = f"Bridge {ATTACK} {{{{ 7*7 }}}} falls | **now** $x^2$ \\(y\\) `code` {LINK}"
BYLINE = "<b onclick=alert(4)>Ana</b> {% raw %} Brell"
OUTLET = "The </title></style></script><svg onload=alert(5)> Courier $$z$$"
TEXT = f"""The bridge of Brayford {ATTACK} fell on Monday, and 40 people </script></style> \
watched it. {{{{ 7*7 }}}} {{% raw %}} It cost $40 million.

“We saw <i onmouseover=alert(6)>it</i> fall, {LINK} and **nobody** was \
$\\href{{javascript:alert(7)}}{{hurt}}$,” said <b>Ivo Lund</b>, the mayor of \
<a href="javascript:alert(8)">Brayford</a>.

## <u>Not a heading</u> {{# nor a comment #}}

“<iframe srcdoc='<script>parent.alert(9)</script>'></iframe> We will mend it, ]]><!-- for 50 \
million dollars,” said Ana {ATTACK} Brell, an engineer. --> She claimed that 30 of the 40 had left.

According to {ATTACK}, a report, the repair takes three years &lt;b&gt;. \
</textarea></pre></td></table> “It is <style>body{{display:none}}</style> a shame,” Ivo Lund said. \
=HYPERLINK("http://a.example","x") costs 5%.

“<meta http-equiv=refresh content=0;url=http://a.example> <base href=http://a.example> \
<link rel=stylesheet href=http://a.example/x.css> We paid 7 dollars,” said Ana Brell. \
<form action=http://a.example><input autofocus onfocus=alert(10)>
"""


def page():
    """The article as a page of the web; the reader of pages gives its words back as they stand
    here."""
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in TEXT.split("\n\n"))
    about = {"og:title": TITLE, "og:site_name": OUTLET, "article:author": BYLINE,
             "article:published_time": "2025-03-14"}
    meta = "".join(f'<meta property="{name}" content="{escape(value)}">'
                   for name, value in about.items())
    return (f'<!DOCTYPE html><html lang="en"><head><title>{escape(TITLE)}</title>{meta}<meta '
            f'name="author" content="{escape(BYLINE)}">'
            f"</head><body><article><h1>{escape(TITLE)}</h1>{body}</article></body></html>")
