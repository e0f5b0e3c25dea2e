using System.IO.Compression;
using System.Text;

namespace Kayse.Testing;

/// <summary>
/// Files that somebody may send as a logo in the hope that it does something: each is refused, or does nothing as it is
/// served. What they try is to ask for an address with <see cref="Canary"/> in it, or to show a dialog.
/// </summary>
public static class HostileSvgs
{
    /// <summary>What no browser may ask for.</summary>
    public const string Canary = "canary";

    private const string Act = "fetch('/canary');alert('canary')";
    private const string Far = "https://evil.example/canary";

    /// <summary>By what they try. Those whose name begins with <c>kept:</c> are taken, without what would harm.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> All = Texts()
        .ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal)
        .Concat(Binaries())
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether a file is taken.</summary>
    public static bool IsKept(string name) => name.StartsWith("kept:", StringComparison.Ordinal);

    /// <summary>An SVG with this in it.</summary>
    public static string Svg(string content, string attributes = """viewBox="0 0 10 10" """) =>
        $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{content}</svg>
            """;

    private static (string Name, string Text)[] Texts() =>
        [.. Scripts(), .. References(), .. Styles(), .. Documents(), .. TooMuch(), .. Kept()];

    private static (string, string)[] Scripts() =>
        [
            ("script", Svg($"<script>{Act}</script>")),
            ("script in CDATA", Svg($"<script><![CDATA[{Act}]]></script>")),
            ("script from elsewhere", Svg($"""<script href="{Far}"/>""")),
            ("script by xlink", Svg($"""<script xlink:href="{Far}"/>""")),
            ("script by a data address", Svg("""<script href="data:text/javascript,alert('canary')"/>""")),
            (
                "script with a prefix",
                $"""<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:script>{Act}</s:script></s:svg>"""
            ),
            ("script of XHTML", Svg($"""<h:script xmlns:h="http://www.w3.org/1999/xhtml">{Act}</h:script>""")),
            ("script without a namespace", Svg($"""<script xmlns="">{Act}</script>""")),
            ("script deep inside", Svg($"<g><g><defs><symbol><script>{Act}</script></symbol></defs></g></g>")),
            ("onload of the root", Svg("<rect/>", $"""viewBox="0 0 1 1" onload="{Act}" """)),
            ("onload in capitals", Svg("<rect/>", $"""viewBox="0 0 1 1" OnLoad="{Act}" """)),
            ("onclick", Svg($"""<rect width="9" height="9" onclick="{Act}"/>""")),
            ("onerror", Svg($"""<image href="x" onerror="{Act}"/>""")),
            ("onbegin of an animation", Svg($"""<rect><animate attributeName="x" dur="1s" onbegin="{Act}"/></rect>""")),
            ("handler that isn't known yet", Svg($"""<g onfuture="{Act}"/>""")),
            (
                "foreignObject with a frame",
                Svg($"""<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{Far}"/></foreignObject>""")
            ),
            (
                "foreignObject with a picture",
                Svg($"""<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="{Act}"/></foreignObject>""")
            ),
            ("frame", Svg($"""<iframe xmlns="http://www.w3.org/1999/xhtml" src="{Far}"/>""")),
            ("object", Svg($"""<object xmlns="http://www.w3.org/1999/xhtml" data="{Far}"/>""")),
            ("link that is a script", Svg($"""<a href="javascript:{Act}"><rect width="9" height="9"/></a>""")),
            (
                "link that is a script with a line break",
                Svg($"""<a xlink:href="java&#10;script:{Act}"><rect width="9" height="9"/></a>""")
            ),
            (
                "animation of a link",
                Svg($"""<a><animate attributeName="href" values="javascript:{Act}"/><rect width="9" height="9"/></a>""")
            ),
            ("set of a handler", Svg($"""<rect><set attributeName="onmouseover" to="{Act}"/></rect>""")),
            ("motion", Svg("""<rect><animateMotion path="M0,0L9,9" dur="1s"/></rect>""")),
            ("handler element", Svg($"""<handler type="application/ecmascript">{Act}</handler>""")),
        ];

    private static (string, string)[] References() =>
        [
            ("picture from elsewhere", Svg($"""<image href="{Far}" width="9" height="9"/>""")),
            ("picture in the file", Svg("""<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>""")),
            ("SVG in the file", Svg("""<image href="data:image/svg+xml,&lt;svg onload='alert(1)'/&gt;"/>""")),
            ("picture of a filter", Svg($"""<filter id="f"><feImage href="{Far}"/></filter><rect filter="url(#f)"/>""")),
            ("use of another file", Svg("""<use href="other.svg#x"/>""")),
            ("use from elsewhere", Svg($"""<use xlink:href="{Far}#x"/>""")),
            ("use of a data address", Svg("""<use href="data:image/svg+xml,&lt;svg id='x'/&gt;#x"/>""")),
            ("gradient from elsewhere", Svg($"""<linearGradient id="a" xlink:href="{Far}#b"/>""")),
            ("path of text from elsewhere", Svg($"""<text><textPath href="{Far}#b">a</textPath></text>""")),
            ("address on a shape", Svg($"""<rect href="javascript:{Act}"/>""")),
            ("text from elsewhere", Svg($"""<tref xlink:href="{Far}"/>""")),
            (
                "font from elsewhere",
                Svg($"""<font-face><font-face-src><font-face-uri xlink:href="{Far}"/></font-face-src></font-face>""")
            ),
            ("color profile from elsewhere", Svg($"""<color-profile xlink:href="{Far}"/>""")),
            ("video", Svg($"""<video xmlns="http://www.w3.org/1999/xhtml" src="{Far}" autoplay="true"/>""")),
            ("fill from elsewhere", Svg($"""<rect width="9" height="9" fill="url({Far}#a)"/>""")),
            ("fill from elsewhere, in quotes", Svg($"""<rect width="9" height="9" fill="url('{Far}#a')"/>""")),
            ("clip path from elsewhere", Svg($"""<rect width="9" height="9" clip-path="url(//evil.example/canary#a)"/>""")),
            ("mask from elsewhere in capitals", Svg($"""<rect width="9" height="9" mask="URL({Far}#a)"/>""")),
            ("address behind one of the file", Svg($"""<rect width="9" height="9" fill="url(#a) url({Far})"/>""")),
        ];

    private static (string, string)[] Styles() =>
        [
            ("import of styles", Svg($"""<style>@import "{Far}";</style>""")),
            ("import with an escape", Svg($"""<style>@\69mport "{Far}";</style>""")),
            ("font face", Svg($"<style>@font-face {{ font-family: a; src: url({Far}) }}</style><text font-family='a'>a</text>")),
            ("background from elsewhere", Svg($"<style>rect {{ background: url({Far}) }}</style><rect/>")),
            ("fill in styles from elsewhere", Svg($"<style>rect {{ fill: url({Far}#a) }}</style><rect width='9' height='9'/>")),
            ("address with an escape", Svg($@"<style>rect {{ fill: \75rl({Far}#a) }}</style><rect width='9' height='9'/>")),
            ("address with a comment inside", Svg($"<style>rect {{ fill: ur/**/l({Far}#a) }}</style><rect width='9' height='9'/>")),
            ("cursor from elsewhere", Svg($"""<rect width="9" height="9" style="cursor: url({Far}), auto"/>""")),
            ("binding", Svg($"""<rect style="-moz-binding: url({Far}#a)"/>""")),
            ("behavior", Svg($"""<rect style="behavior: url({Far})"/>""")),
            ("style attribute from elsewhere", Svg($"""<rect width="9" height="9" style="fill:url( '{Far}#a' )"/>""")),
            ("end of styles in CDATA", Svg($"<style><![CDATA[</style><script>{Act}</script>]]></style>")),
            ("styles that are markup", Svg($"<style><script>{Act}</script></style>")),
            ("styles of another language", Svg($"""<style type="text/xsl">{Act}</style>""")),
            ("styles for print", Svg("""<style media="print">rect { fill: red }</style>""")),
            (
                "comment in styles without an end",
                Svg($"<style>{new string('/', 1)}{string.Concat(Enumerable.Repeat("*/*", 9000))}</style>")
            ),
            ("selector that reads", Svg($"<style>rect[id^=a] {{ fill: red }}</style><rect/>")),
            ("expression", Svg($"""<rect style="fill: expression({Act})"/>""")),
        ];

    private static (string, string)[] Documents() =>
        [
            ("style sheet from elsewhere", $"""<?xml-stylesheet type="text/css" href="{Far}"?>{Svg("<rect/>")}"""),
            ("transformation", $"""<?xml-stylesheet type="text/xsl" href="{Far}"?>{Svg("<rect/>")}"""),
            ("entity", """<!DOCTYPE svg [<!ENTITY a "canary">]>""" + Svg("<text>&a;</text>")),
            ("a billion laughs", Laughs()),
            ("entity that is a file", """<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>""" + Svg("<text>&a;</text>")),
            ("parameter entity", $"""<!DOCTYPE svg [<!ENTITY % a SYSTEM "{Far}"> %a;]>""" + Svg("<rect/>")),
            ("document type from elsewhere", $"""<!DOCTYPE svg SYSTEM "{Far}">""" + Svg("<rect/>")),
            ("entity that isn't there", Svg("<text>&nbsp;</text>")),
            ("not closed", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect>"""),
            ("closed in the wrong order", Svg("<g><rect></g></rect>")),
            ("attribute twice", Svg("""<rect width="1" width="2"/>""")),
            ("two roots", Svg("<rect/>") + Svg("<rect/>")),
            ("page behind it", Svg("<rect/>") + $"<script>{Act}</script>"),
            ("page", $"<html><body><script>{Act}</script></body></html>"),
            ("page of XHTML", $"""<html xmlns="http://www.w3.org/1999/xhtml"><script>{Act}</script></html>"""),
            ("page around it", $"<!DOCTYPE html><html><body>{Svg("<rect/>")}<script>{Act}</script></body></html>"),
            ("SVG without its namespace", """<svg viewBox="0 0 1 1"><rect/></svg>"""),
            ("picture of another kind before it", $"GIF89a/*{Svg($"<script>{Act}</script>")}*/"),
            ("PDF before it", $"%PDF-1.7\n{Svg($"<script>{Act}</script>")}"),
            ("control character", Svg("<text>\u0001</text>")),
            (
                "UTF-7",
                """<?xml version="1.0" encoding="UTF-7"?>"""
                    + "+ADw-svg xmlns=+ACI-http://www.w3.org/2000/svg+ACI- onload=+ACI-alert(1)+ACI-/+AD4-"
            ),
        ];

    private static (string, string)[] TooMuch() =>
        [
            ("33 levels", Svg(Nested(32))),
            ("100,000 levels", Svg(Nested(100_000))),
            ("2,001 elements", Svg(string.Concat(Enumerable.Repeat("<g/>", 2000)))),
            ("uses of uses", Svg(UsesOfUses())),
            ("use of itself", Svg("""<g id="a"><use href="#a"/></g>""")),
            ("uses of each other", Svg("""<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>""")),
            ("pattern of itself", Svg("""<pattern id="a" width="1" height="1"><rect fill="url(#a)"/></pattern>""")),
            ("masks of masks by class", Svg(MasksOfMasks())),
            ("clip path of everything", Svg("""<style>g{clip-path:url(#a)}</style><clipPath id="a"><g><rect/></g></clipPath>""")),
            ("no size", Svg("<rect/>", "")),
            ("size of nothing", Svg("<rect/>", """viewBox="0 0 0 0" """)),
            ("size that is no number", Svg("<rect/>", """viewBox="0 0 NaN 1" """)),
            ("endless size", Svg("<rect/>", """viewBox="0 0 1e300 1e300" """)),
            ("negative size", Svg("<rect/>", """width="-5" height="5" """)),
            ("too many styles", Svg($"<style>{string.Concat(Enumerable.Repeat(".a{fill:red}", 6000))}</style>")),
            ("value that is no value", Svg("""<rect width="9" fill="{canary}"/>""")),
        ];

    private static (string, string)[] Kept() =>
        [
            ("kept: handler of a namespace", Svg($"""<rect xmlns:ev="http://www.w3.org/2001/xml-events" ev:onclick="{Act}"/>""")),
            ("kept: namespace that is called like a handler", Svg("<rect/>", """viewBox="0 0 1 1" xmlns:onload="alert('canary')" """)),
            ("kept: inclusion", Svg($"""<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{Far}" parse="text"/>""")),
            ("kept: base elsewhere", Svg($"""<g id="a"/><use href="#a"/>""", $"""viewBox="0 0 1 1" xml:base="{Far}" """)),
            ("kept: markup as text", Svg($"<text>&lt;script&gt;{Act}&lt;/script&gt;</text>")),
            ("kept: markup as CDATA", Svg($"<text><![CDATA[<script>{Act}</script>]]></text>")),
            ("kept: script in a title", Svg($"<title><script>{Act}</script></title>")),
            ("kept: script in metadata", Svg($"<metadata><script>{Act}</script></metadata>")),
            ("kept: script in a comment", Svg($"<!-- ><script>{Act}</script> -->")),
            ("kept: program before it", $"<?php system('canary'); ?>{Svg("<rect/>")}"),
            ("kept: comment of a script", Svg($"<desc>*/{Act}/*</desc>")),
            ("kept: id that is markup", Svg($"""<rect id="&quot;&gt;&lt;script&gt;{Act}"/>""")),
            ("kept: class that is markup", Svg($"""<rect class="&quot;&gt;&lt;script&gt;{Act} a"/>""")),
            ("kept: filter from elsewhere", Svg($"""<rect width="9" height="9" filter="url({Far}#a)"/>""")),
            (
                "kept: notes of an editor",
                Svg($"""<x:namedview xmlns:x="http://www.inkscape.org/namespaces/inkscape" x:export="{Far}"/>""")
            ),
            ("kept: expression of a property that isn't known", Svg("""<rect style="width: expression(alert('canary'))"/>""")),
            ("kept: a path of 900,000 characters", Svg($"""<path d="M0 0{string.Concat(Enumerable.Repeat("L9 9", 225_000))}"/>""")),
            ("kept: 50,000 attributes", Svg($"<rect {string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}=''"))}/>")),
            ("kept: a word of 500,000 letters", Svg($"""<rect fill="{new string('a', 500_000)}"/>""")),
            (
                "kept: one class 100,000 times",
                Svg("<style>.a{fill:url(#b)}</style>" + $"""<rect class="{string.Join(' ', Enumerable.Repeat("a", 100_000))}"/>""")
            ),
        ];

    private static KeyValuePair<string, byte[]>[] Binaries()
    {
        var script = Svg($"<script>{Act}</script>");
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(script));
        return
        [
            new("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(script)]),
            new("UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(script)),
            new("not UTF-8", [.. "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>"u8, 0xFF, 0xC0, .. "</text></svg>"u8]),
            new("NUL", Encoding.UTF8.GetBytes(Svg("<text>\0</text>"))),
            new("compressed", zipped.ToArray()),
            new("PNG before it", [0x89, .. "PNG\r\n\x1A\n"u8, .. Encoding.UTF8.GetBytes(script)]),
            new("JPEG before it", [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.UTF8.GetBytes(script)]),
            new("larger than 1 MiB", Encoding.UTF8.GetBytes(Svg(new string(' ', 1 << 20)))),
            new("nothing", []),
        ];
    }

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("<g>", levels)) + string.Concat(Enumerable.Repeat("</g>", levels));

    private static string UsesOfUses() =>
        """<rect id="a0" width="1" height="1"/>"""
        + string.Concat(
            Enumerable
                .Range(1, 12)
                .Select(i => $"""<g id="a{i}">{string.Concat(Enumerable.Repeat($"""<use href="#a{i - 1}"/>""", 10))}</g>""")
        );

    private static string MasksOfMasks() =>
        $"<style>{string.Concat(Enumerable.Range(1, 12).Select(i => $".c{i}{{mask:url(#m{i - 1})}}"))}</style>"
        + """<mask id="m0"><rect/></mask>"""
        + string.Concat(
            Enumerable
                .Range(1, 12)
                .Select(i => $"""<mask id="m{i}">{string.Concat(Enumerable.Repeat($"""<rect class="c{i}"/>""", 10))}</mask>""")
        );

    private static string Laughs() =>
        "<!DOCTYPE svg [<!ENTITY a0 \"ha\">"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))
        + "]>"
        + Svg("<text>&a9;</text>");
}
