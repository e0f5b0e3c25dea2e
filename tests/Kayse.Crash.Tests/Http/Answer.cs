using System.Globalization;
using System.Text.Json;

namespace Kayse.Crash.Http;

/// <summary>What came back of a request; nothing, when the host died first.</summary>
internal sealed class Answer(int status, JsonElement body)
{
    private const int Unanswered = 0;

    /// <summary>
    /// Whatever became of the request is not known. Not even when nobody could be reached: the client may have tried
    /// again on its own.
    /// </summary>
    public static readonly Answer None = new(Unanswered, default);

    public int Status => status;

    public JsonElement Body => body;

    public bool IsMissing => status == Unanswered;

    public bool IsSuccess => status is >= 200 and < 300;

    /// <summary>The problem's code; empty when there is none.</summary>
    public string Code => Text("code");

    /// <summary>
    /// A member of the body, by a path such as <c>session.token</c>; empty when it isn't there or null.
    /// </summary>
    public string Text(string path)
    {
        var element = body;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "";
        }

        return element.ValueKind == JsonValueKind.Null ? "" : element.ToString();
    }

    public override string ToString() => IsMissing ? "no answer" : $"{status.ToString(CultureInfo.InvariantCulture)} {Details}".TrimEnd();

    private string Details => Code.Length > 0 ? $"{Code} {Text("reason")} {Text("traceId")}" : Text("id");
}
