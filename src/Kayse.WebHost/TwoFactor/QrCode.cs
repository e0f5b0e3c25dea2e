using System.Globalization;
using System.Text;
using QRCoder;

namespace Kayse.WebHost.TwoFactor;

/// <summary>
/// A text as a QR code: an SVG of attributes alone, so that a page whose policy allows no inline style shows it; dark
/// on light whatever the page's colours.
/// </summary>
internal static class QrCode
{
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges">"""
                + $"""<path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path fill="#000" d="{path}"/></svg>"""
        );
    }
}
