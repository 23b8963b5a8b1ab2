using System.Globalization;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Durability;

/// <summary>Two processes on one PostgreSQL send each letter once.</summary>
[Trait("needs", "app")]
public sealed class TwoNodesLettersTests
{
    private const int Letters = 30;
    private static readonly string[] Languages = ["ja"];

    [Fact]
    public async Task Two_nodes_send_each_letter_once()
    {
        await using var box = new Letterbox();
        await using var database = await Database.New(On.Postgres);
        var settings = box.Settings.ToDictionary(s => s.Item1, s => s.Item2);
        await using var one = await AppProcess.Start(database, settings);
        await using var other = await AppProcess.Start(database, settings);

        for (var i = 0; i < Letters; i++)
            await Post(i % 2 == 0 ? one : other, $"customer{i.ToString(CultureInfo.InvariantCulture)}@example.jp");

        var taken = await box.Until(t => t.Count >= Letters);
        using var admin = one.Client(AppProcess.BootstrapKey);
        await Patience.Until(() => admin.Get("/api/v1/letters"), l => l.Was(200).Json.GetProperty("letters").GetArrayLength() == 0);
        Assert.Equal(Letters, box.Taken.Count);
        Assert.Equal(Letters, taken.Select(m => m.EnvelopeTo).Distinct().Count());
    }

    /// <summary>A case whose customer is mailed the link; where it is.</summary>
    internal static async Task<string> Post(AppProcess app, string email)
    {
        using var admin = app.Client(AppProcess.BootstrapKey);
        await admin.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages }); // the first time makes it
        using var anonymous = app.Client();
        var path = "/api/v1/cases/" + (await anonymous.Post("/api/v1/contacts", new { text = "届きますか", email })).Was(201)["caseId"];
        (await admin.Post(path + "/link")).Was(200);
        return path;
    }
}
