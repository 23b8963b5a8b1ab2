using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Approving;

public abstract class ApprovingTests(App app)
{
    [Fact]
    public async Task Nothing_reaches_the_customer_until_somebody_else_has_said_yes_and_then_once()
    {
        var (theCase, author, peer, _) = await Stage();
        var sent = (await author.Post(theCase.Path + "/messages", new { text = "お待たせしました" })).Was(202);
        Assert.DoesNotContain("お待たせしました", (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お待たせしました", (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
        await Rang(peer, theCase, "approvalAsked");
        var approval = $"/api/v1/approvals/{sent["approvalId"]}";
        Assert.Equal("urn:madoguchi:problem:own-reply", (await author.Post(approval, new { approve = true })).Was(403)["type"]);
        Assert.Equal((true, false), (await Waiting(peer, theCase)) is { } w ? (w.GetProperty("mine").GetBoolean(), w.TryGetProperty("customerSince", out _)) : default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? peer : app.Admin).Post(approval, new { approve = true })));

        Assert.Single(answers, a => (int)a.Status == 200);
        Assert.All(answers.Where(a => (int)a.Status != 200), a => Assert.Equal("urn:madoguchi:problem:answered", a.Was(409)["type"]));
        var said = (await theCase.Customer.Get(theCase.Path + "/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Where(e => e.Text("kind") == "message").ToList();
        Assert.Equal(["customer", "agent"], said.Select(e => e.GetProperty("by").Text("role")));
        Assert.Equal("Juniper", said[1].GetProperty("by").Text("name"));
        Assert.Equal(["approvalAsked", "approved", "message"], (await theCase.Kinds(peer))[^3..]);
        Assert.Null(await Waiting(peer, theCase));
    }

    [Fact]
    public async Task Returned_its_author_has_it_back_with_the_words_and_may_send_another()
    {
        var (theCase, author, peer, _) = await Stage();
        var first = (await author.Post(theCase.Path + "/messages", new { text = "一つ目" })).Was(202)["approvalId"];
        var second = (await author.Post(theCase.Path + "/messages", new { text = "二つ目" })).Was(202)["approvalId"];
        (await peer.Post($"/api/v1/approvals/{first}", new { approve = true })).Was(409); // the second one has taken its place
        (await peer.Post($"/api/v1/approvals/{second}", new { approve = false })).Was(422);

        (await peer.Post($"/api/v1/approvals/{second}", new { approve = false, words = "もう少しやわらかく" })).Was(200);

        Assert.Equal("二つ目", (await author.Get(theCase.Path + "/draft")).Was(200)["text"]);
        await Rang(author, theCase, "approvalReturned");
        Assert.Equal(["message"], (await theCase.Kinds(theCase.Customer)).Where(k => k == "message"));
        var third = (await author.Post(theCase.Path + "/messages", new { text = "三つ目" })).Was(202)["approvalId"];
        (await author.Post($"/api/v1/approvals/{third}", new { approve = false })).Was(200); // taken back, and no words are needed
        Assert.Equal("三つ目\n\n二つ目", (await author.Get(theCase.Path + "/draft")).Was(200)["text"]);
        (await peer.Post($"/api/v1/approvals/{third}", new { approve = true })).Was(409);
        Assert.DoesNotContain("approved", await theCase.Kinds(peer));
    }

    [Fact]
    public async Task What_was_said_meanwhile_is_shown_and_whoever_may_not_decide_does_not()
    {
        var cast = await app.Cast();
        var (theCase, author, peer, junior) = await Stage();
        (await author.Post(theCase.Path + "/messages", new { text = "お調べします" })).Was(202);
        var wrote = (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "直りました" })).Was(201)["entry"];
        var answered = (await peer.Post(theCase.Path + "/messages", new { text = "よかったです" })).Was(201)["entry"];

        var waiting = (await Waiting(peer, theCase))!.Value;

        Assert.Equal((wrote, answered), ($"{waiting.GetProperty("customerSince").GetInt32()}", $"{waiting.GetProperty("deskSince").GetInt32()}"));
        var approval = $"/api/v1/approvals/{waiting.Text("approvalId")}";
        (await app.As(cast.Mio).Post(approval, new { approve = true })).Was(404);
        Assert.Equal("urn:madoguchi:problem:under-approval", (await junior.Post(approval, new { approve = true })).Was(403)["type"]);
        (await app.As(cast.Sora).Post(approval, new { approve = true })).Was(200);
    }

    [Fact]
    public async Task A_denial_without_a_finding_does_not_even_wait_and_files_and_solutions_do_not_slip_through()
    {
        var (theCase, author, peer, _) = await Stage();
        Assert.EndsWith("finding-needed", (await author.Post(theCase.Path + "/messages", new { text = "お渡しできません", declines = true })).Was(409)["type"], StringComparison.Ordinal);
        Assert.Null(await Waiting(peer, theCase));
        Assert.EndsWith("needs-approval", (await author.PostFile(theCase.Path + "/attachments", "a.txt", "words"u8.ToArray())).Was(409)["type"], StringComparison.Ordinal);

        Assert.EndsWith("needs-approval", (await author.Post(theCase.Path + "/follow-up", new { text = "わたしの言葉で" })).Was(409)["type"], StringComparison.Ordinal);
        (await author.Post(theCase.Path + "/follow-up")).Was(200); // the house's own words

        var solution = (await author.Post(theCase.Path + "/solution", new { outcome = "直しました" })).Was(202)["approvalId"];

        Assert.NotEqual("proposed", await theCase.Status());
        (await peer.Post($"/api/v1/approvals/{solution}", new { approve = true })).Was(200);
        Assert.Equal("proposed", await theCase.Status());
    }

    [Fact]
    public async Task A_desks_switch_makes_its_agents_wait_for_a_supervisor()
    {
        var slug = $"d-{Guid.NewGuid():N}"[..12];
        (await app.Admin.Post("/api/v1/desks", new { slug, name = slug, languages = Japanese, needsApproval = true })).Was(201);
        var (author, peer) = (await Agent(slug, false), await Agent(slug, false));
        var theCase = await Opened.At(app, slug);
        var approval = $"/api/v1/approvals/{(await author.Post(theCase.Path + "/messages", new { text = "はい" })).Was(202)["approvalId"]}";

        (await peer.Post(approval, new { approve = true })).Was(403);
        (await app.As((await app.Cast()).Sora).Post(approval, new { approve = true })).Was(200);

        (await app.As((await app.Cast()).Sora).Post(theCase.Path + "/messages", new { text = "わたしから" })).Was(201);
        Assert.True((await app.Admin.Get("/api/v1/desks")).Was(200).Json.GetProperty("desks").EnumerateArray().Single(d => d.Text("slug") == slug).GetProperty("needsApproval").GetBoolean());
    }

    [Fact]
    public async Task On_the_page_it_stands_at_the_end_of_the_timeline_and_is_decided_there()
    {
        var cast = await app.Cast();
        var (theCase, author, _, _) = await Stage();
        (await author.Post(theCase.Path + "/messages", new { text = "ページの返信" })).Was(202);
        using var sora = await app.SignedIn(cast.Sora);
        var page = (await sora.Open($"/desk/cases/{theCase.Id}")).Was(200).Text;
        Assert.Contains("承認して送る", page, StringComparison.Ordinal);
        Assert.Contains("ページの返信", (await sora.Open("/desk/approvals")).Was(200).Text, StringComparison.Ordinal);
        var id = (await Waiting(app.As(cast.Sora), theCase))!.Value.Text("approvalId");

        (await sora.Send($"/desk/approvals/{id}", new { approve = "false", words = "", key = "a1" })).Was(422);
        (await sora.Send($"/desk/approvals/{id}?at=case", new { approve = "true", key = "a2" })).Was(302);
        (await sora.Send($"/desk/approvals/{id}?at=case", new { approve = "true", key = "a2" })).Was(302); // a double click

        Assert.Contains("ページの返信", (await app.Anonymous.Get($"/c/{theCase.Token}")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("承認して送る", (await sora.Open($"/desk/cases/{theCase.Id}")).Was(200).Text, StringComparison.Ordinal);
    }

    private static readonly string[] Japanese = ["ja"];

    // A case at a desk of its own with an author whose replies wait, a colleague, and another whose replies wait.
    private async Task<(Opened Case, HttpClient Author, HttpClient Peer, HttpClient Junior)> Stage()
    {
        var slug = $"d-{Guid.NewGuid():N}"[..12];
        (await app.Admin.Post("/api/v1/desks", new { slug, name = slug, languages = Japanese })).Was(201);
        return (await Opened.At(app, slug), await Agent(slug, true, "Juniper"), await Agent(slug, false), await Agent(slug, true));
    }

    private async Task<HttpClient> Agent(string desk, bool waits, string name = "x")
    {
        var id = (await app.Admin.Post("/api/v1/agents", new { name, email = $"{Guid.NewGuid():N}@example.test", desks = new[] { desk }, languages = Japanese })).Was(201)["agentId"];
        if (waits)
            (await app.Admin.Patch($"/api/v1/agents/{id}", new { needsApproval = true })).Was(200);
        return app.WithKey((await app.Admin.Post($"/api/v1/agents/{id}/keys")).Was(201)["key"]);
    }

    private static async Task<JsonElement?> Waiting(HttpClient agent, Opened theCase) =>
        (await agent.Get("/api/v1/approvals")).Was(200).Json.GetProperty("awaiting").EnumerateArray().Where(w => w.Text("caseId") == theCase.Id).Select(w => (JsonElement?)w).SingleOrDefault();

    private static Task<bool> Rang(HttpClient agent, Opened theCase, string kind) => Patience.Until(
        async () => (await agent.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Any(n => n.Text("caseId") == theCase.Id && n.Text("kind") == kind), rang => rang);

    public sealed class OnSqlite(SqliteApp app) : ApprovingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ApprovingTests(app), IClassFixture<PostgresApp>;
}
