using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>What is proposed, grows, and is said to be none.</summary>
public abstract class ProposalsTests(App app)
{
    private static readonly string[] Wishes = ["請求書をもう一度送ってください。", "解約の方法を教えてください。", "My parcel has not arrived yet.", "Can I get a refund for last month?", "音がとても小さいです。"];

    [Fact]
    public async Task A_new_error_text_is_proposed_within_seconds_with_its_cases_grows_and_is_dismissed()
    {
        var cast = await app.Cast();
        var (agent, hit) = (app.As(cast.Ken), new HashSet<string>());
        for (var i = 0; i < 45; i++)
        {
            await Tell($"{Wishes[i % 5]} {i}", i % 9 == 0 ? $"E-{1000 + i}" : null);
            if (i % 2 == 0)
                hit.Add(await Tell($"助けてください。{i}", $"ノード {i} が応答しません (0x{i * 7919:x8})"));
        }

        // It may have been proposed before the last had come: they are added.
        var found = (await Patience.Until(Proposals, all => all is [var one] && Cases(one).SetEquals(hit)))[0];
        Assert.Equal(("ノード # が応答しません (#)", "ミナモ", 23), (found.Text("errorText"), found.Text("product"), found.GetProperty("seen").GetInt32()));
        Assert.True(found.GetProperty("expected").GetDouble() < 2 && found.GetProperty("odds").GetDouble() > 1e5);

        hit.Add(await Tell("Please help", "ノード 99 が応答しません (0x00000001)"));
        await Patience.Until(Proposals, all => Cases(all[0]).SetEquals(hit));
        var sora = await Patience.Until(async () => (await app.As(cast.Sora).Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().ToList(), n => n.Any(x => x.Text("kind") == "incidentProposed"));
        Assert.Contains("ノード # が応答しません", sora.First(n => n.Text("kind") == "incidentProposed").Text("subject"), StringComparison.Ordinal);

        var dismissal = $"/api/v1/incidents/proposals/{found.Text("proposalId")}/dismissal";
        Assert.Equal("dismissed", (await agent.Post(dismissal, new { })).Was(200)["state"]);
        Assert.Empty(await Proposals());
        Assert.Equal("open", (await agent.Delete(dismissal)).Was(200)["state"]);
        Assert.Single(await Proposals());

        var declared = (await agent.Post("/api/v1/incidents", new { title = "ノードが応答しない", proposalId = found.Text("proposalId") })).Was(201)["incidentId"];
        Assert.Empty(await Proposals());
        Assert.Equal(hit, (await agent.Get($"/api/v1/incidents/{declared}/cases")).Was(200).Json.GetProperty("cases").EnumerateArray().Select(c => c.Text("caseId")).ToHashSet());
        var late = await Tell("まだです", "ノード 7 が応答しません (0x00000002)");
        await Patience.Until(async () => (await agent.Get($"/api/v1/incidents/{declared}/cases")).Was(200).Text, all => all.Contains(late, StringComparison.Ordinal));
        (await agent.Post(dismissal, new { })).Was(409);

        async Task<IReadOnlyList<JsonElement>> Proposals() => [.. (await agent.Get("/api/v1/incidents/proposals")).Was(200).Json.GetProperty("proposals").EnumerateArray()];
    }

    private async Task<string> Tell(string text, string? error) =>
        (await app.Anonymous.Post("/api/v1/contacts", new { text, product = "ミナモ", facts = error is null ? null : new { errorText = error } })).Was(201)["caseId"];

    private static HashSet<string> Cases(JsonElement proposal) => [.. proposal.GetProperty("cases").EnumerateArray().Select(c => c.GetString()!)];

    public sealed class OnSqlite(SqliteApp app) : ProposalsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ProposalsTests(app), IClassFixture<PostgresApp>;
}
