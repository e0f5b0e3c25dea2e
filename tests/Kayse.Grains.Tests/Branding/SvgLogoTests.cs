using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Kayse.Grains.Branding;
using Kayse.Grains.Branding.Svg;
using Kayse.Grains.Errors;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Branding;

/// <summary>An SVG is kept as a drawing that does nothing and loads nothing, or is refused.</summary>
public sealed class SvgLogoTests
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Hostile => [.. HostileSvgs.All.Keys];

    [Fact]
    public void The_corpus_is_as_large_as_it_is_said_to_be() => HostileSvgs.All.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_or_harmless(string name)
    {
        var started = Stopwatch.GetTimestamp();
        var read = () => LogoFile.ReadAsync(LogoKind.Light, HostileSvgs.All[name]);
        if (HostileSvgs.IsKept(name))
            ShouldBeHarmless(Encoding.UTF8.GetString((await read()).Content));
        else
            (await Should.ThrowAsync<RefusedException>(read)).Code.ShouldBeOneOf(
                "svg_invalid",
                "unsupported_media_type",
                "image_invalid",
                "payload_too_large"
            );
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""<path d="M1 2L3,4z" fill="#f00" stroke-width="2" transform="rotate(45) scale(1.5, 2)"/>""")]
    [InlineData("""<g id="a" opacity=".5"><circle cx="5" cy="5" r="4" style="fill:rgb(1, 2, 3);stroke:none"/></g>""")]
    [InlineData("""<style>.a{fill:#123456;font-family:'Open Sans', sans-serif!important}#b,g .c{stroke:red}</style><rect class="a"/>""")]
    [InlineData("""<linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="5%" stop-color="red"/></linearGradient>""")]
    [InlineData("""<defs><clipPath id="c"><rect width="5"/></clipPath></defs><g clip-path="url(#c)"><use href="#d" x="2"/></g>""")]
    [InlineData("""<title>Firm &amp; Sons</title><text x="1" y="2">Firm<tspan dy="1">&lt;Sons&gt;</tspan></text>""")]
    public void What_a_logo_is_made_of_is_kept_as_it_is(string content)
    {
        var kept = Read(HostileSvgs.Svg(content)).Replace(" />", "/>", StringComparison.Ordinal);

        kept.ShouldBe($"""<svg viewBox="0 0 10 10" width="512" height="512" xmlns="{Namespace}">{content}</svg>""");
    }

    [Fact]
    public void What_draws_nothing_is_left_out()
    {
        var kept = Read(
            HostileSvgs.Svg(
                """
                <!-- Made by an editor --><metadata><a/></metadata><x:view xmlns:x="http://www.inkscape.org/namespaces/inkscape"/>
                <rect width="5" data-name="Layer 1" x:label="b" xmlns:x="http://www.inkscape.org/namespaces/inkscape" xml:space="preserve"/>
                """
            )
        );

        kept.ShouldBe($"""<svg viewBox="0 0 10 10" width="512" height="512" xmlns="{Namespace}"><rect width="5" /></svg>""");
    }

    [Theory]
    [InlineData("""viewBox="-5 0 200,100" """, 200, 100)]
    [InlineData("""width="300" height="150px" """, 300, 150)]
    [InlineData("""width="10mm" height="1in" """, 38, 96)]
    [InlineData("""viewBox="0 0 100000 50000" """, 512, 256)]
    [InlineData("""viewBox="0 0 1 2" width="100%" """, 256, 512)]
    public void A_logo_has_a_size(string attributes, int width, int height)
    {
        var logo = SvgLogo.Read(Encoding.UTF8.GetBytes(HostileSvgs.Svg("<rect/>", attributes)));

        (logo.Extension, logo.Width, logo.Height).ShouldBe(("svg", width, height));
    }

    [Fact]
    public void A_gradient_may_be_used_everywhere()
    {
        var shapes = string.Concat(Enumerable.Repeat("""<rect class="a" fill="url(#g)"/>""", 1500));
        var gradient = """<linearGradient id="g"><stop offset="0"/><stop offset="1"/></linearGradient>""";

        Read(HostileSvgs.Svg($"<style>rect{{stroke:url(#g)}}</style>{gradient}{shapes}")).ShouldContain("url(#g)");
    }

    [Fact]
    public async Task An_icon_is_never_an_SVG() =>
        (
            await Should.ThrowAsync<RefusedException>(() =>
                LogoFile.ReadAsync(LogoKind.Icon, Encoding.UTF8.GetBytes(HostileSvgs.Svg("<rect/>")))
            )
        ).Refusal.ShouldBe(LogoErrors.IconIsVector);

    [Fact]
    public void What_was_kept_is_kept_again_as_it_is()
    {
        var once = Read(HostileSvgs.Svg("""<style>.a{fill:red}</style><g class="a"><path d="M0 0"/></g>"""));

        Read(once).ShouldBe(once);
    }

    private static string Read(string svg) => Encoding.UTF8.GetString(SvgLogo.Read(Encoding.UTF8.GetBytes(svg)).Content);

    private static void ShouldBeHarmless(string svg)
    {
        foreach (var element in XElement.Parse(svg).DescendantsAndSelf())
        {
            element.Name.NamespaceName.ShouldBe(Namespace);
            element.Name.LocalName.ShouldNotBeOneOf("script", "foreignObject", "image", "a", "animate", "set");
            foreach (var attribute in element.Attributes())
            {
                attribute.Name.LocalName.ShouldNotStartWith("on");
                attribute.Value.Replace(Namespace, "", StringComparison.Ordinal).ShouldNotContain("://");
                attribute.Value.ShouldNotContain("data:");
            }
        }
    }
}
