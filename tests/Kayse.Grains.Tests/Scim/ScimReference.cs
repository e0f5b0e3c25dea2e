using System.Diagnostics;
using System.Text.Json.Nodes;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Scim;

/// <summary>What the npm packages scim-patch, scim2-parse-filter and scimmy make of filters and patches.</summary>
internal static class ScimReference
{
    public const string Refused = "refused";

    /// <summary>The answers of two packages to each question, in order.</summary>
    public static async Task<IReadOnlyList<JsonArray>> AskAsync(IReadOnlyList<JsonObject> questions)
    {
        var start = new ProcessStartInfo("node", "answers.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests/Kayse.Grains.Tests/Scim/reference"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var asking = Task.Run(async () =>
        {
            foreach (var question in questions)
                await process.StandardInput.WriteLineAsync(question.ToJsonString());
            process.StandardInput.Close();
        });
        var answers = new List<JsonArray>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            answers.Add(JsonNode.Parse(line)!.AsArray());
        await asking;
        answers.Count.ShouldBe(questions.Count);
        return answers;
    }
}
