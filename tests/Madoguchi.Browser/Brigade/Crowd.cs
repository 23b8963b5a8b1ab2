using System.Globalization;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Brigade;

public sealed record Writer(string CaseId, string Token);

/// <summary>Customers who write to the window, each about something else; and those with one new error.</summary>
public sealed class Crowd(LaunchStage stage)
{
    private static readonly string[] Products = ["Hoshi", "Memo", "Kakeibo", "Album"];
    private static readonly string[] Problems = ["sign-in", "payment", "display", "transfer", "notices", "leaving"];
    private static readonly string[] Japanese =
    [
        "{0}の{1}について教えてください。", "{1}のやり方が分かりません。{0}は昨日から使っています。", "{0}の{1}の画面はどこですか。", "領収書をお願いします({0}、{1})。", "機種を替えました。{0}の{1}を移したいです。", "{1}を止めたいです。{0}です。", "家族の{0}の{1}を手伝っています。",
    ];

    private static readonly string[] English =
    [
        "How does {1} work in {0}?", "I cannot find {1}; I am new to {0}.", "Where is the page for {1} in {0}?", "May I have a receipt, please? ({0}, {1})", "I have a new phone and want {0} on it, with {1}.", "Please switch {1} off in {0}.", "I am helping my father with {1} in {0}.",
    ];

    private int wrote;

    /// <summary>The weeks before: what is normal here.</summary>
    public async Task Weeks(int days)
    {
        for (var day = days; day > 0; day--)
        {
            for (var n = 0; n < 8; n++)
            {
                stage.Clock.MoveTo(stage.Begin.AddDays(-day).AddMinutes(-50 + 15 * n));
                await Ordinary();
            }
        }
    }

    /// <summary>So many within ten minutes.</summary>
    public async Task Write(int many)
    {
        for (var n = 0; n < many; n++)
        {
            stage.Clock.MoveTo(stage.Begin.AddMinutes(10d * n / many));
            await Ordinary();
        }
    }

    /// <summary>The same error, each with numbers of its own.</summary>
    public async Task<IReadOnlyList<Writer>> Fail(int many)
    {
        List<Writer> all = [];
        for (var n = 0; n < many; n++)
        {
            var text = stage.Language == "ja" ? $"ガチャを引くと止まります。{n + 1}回目です。" : $"It stops whenever I draw, {n + 1} times now.";
            all.Add(await Contact(text, "Hoshi", new { errorText = string.Create(CultureInfo.InvariantCulture, $"E-{4100 + n}: connection lost ({n} s)") }));
        }

        return all;
    }

    private Task<Writer> Ordinary()
    {
        var (n, words) = (wrote++, stage.Language == "ja" ? Japanese : English);
        return Contact(string.Format(CultureInfo.InvariantCulture, words[n % words.Length], Products[n % 4], Problems[n % 6]), Products[n % 4], null, Problems[n % 6]);
    }

    private async Task<Writer> Contact(string text, string product, object? facts, string? problem = null)
    {
        using var customer = stage.App.Client();
        var body = new Dictionary<string, object?> { ["text"] = text, ["desk"] = Cast.Account, ["product"] = product, ["language"] = stage.Language };
        if (problem is not null)
            body["problem"] = problem;
        if (facts is not null)
            body["facts"] = facts;
        var made = (await customer.Post("/api/v1/contacts", body)).Was(201);
        return new(made["caseId"], made["token"]);
    }
}
