using System.Net;
using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Incidents;

public abstract class DeclaringTests(App app)
{
    [Fact]
    public async Task What_fits_is_collected_at_once_and_as_it_arrives_and_everybody_may_declare()
    {
        var (cast, error) = (await app.Cast(), Marked.NewError());
        var (fits, other, closed) = (await Marked.Case(app, error), await Marked.Case(app, Marked.NewError()), await Marked.Case(app, error, desk: Cast.Billing));
        (await app.Admin.Post(closed.Path + "/solution", new { outcome = "直りました" })).Was(200);
        (await closed.Customer.Post(closed.Path + "/solution/answer", new { solved = true })).Was(200);

        var id = (await app.As(cast.Mio).Post("/api/v1/incidents", new { title = "接続できない", errorText = error.ToUpperInvariant() })).Was(201)["incidentId"];
        Assert.Equal([fits.Id], await Marked.Cases(app, id));
        var later = await Marked.Case(app, error, "router");
        Assert.Equal([fits.Id, later.Id], await Marked.Cases(app, id));
        (await other.Customer.Put(other.Path + "/facts/errorText", new { value = error })).Was(200); // told later
        await Marked.IsMarked(app, other.Id, error);
        Assert.Equal([fits.Id, later.Id, other.Id], await Marked.Cases(app, id));
        await Patience.Until(() => fits.Kinds(app.Admin), kinds => kinds.Contains("incidentJoined"));

        var seen = (await app.As(cast.Mio).Get($"/api/v1/incidents/{id}/cases")).Was(200).Json.GetProperty("cases")[0];
        Assert.False(seen.TryGetProperty("subject", out _)); // another desk's
        Assert.Equal(("接続できない", "3", "major"), ((await app.Admin.Get($"/api/v1/incidents/{id}")).Was(200) is var one ? (one["title"], one["cases"], one["severity"]) : default));
        Assert.Contains(id, (await app.As(cast.Hana).Get("/api/v1/incidents?open=true")).Was(200).Text, StringComparison.Ordinal);
        (await app.Admin.Get("/api/v1/incidents?open=perhaps")).Was(422);
    }

    [Fact]
    public async Task A_case_belongs_to_one_open_incident_the_nearest_and_with_nothing_named_nothing_is_collected()
    {
        var (error, product) = (Marked.NewError(), $"p-{Guid.NewGuid():N}");
        var wide = (await app.Admin.Post("/api/v1/incidents", new { title = "広い", product })).Was(201)["incidentId"];
        var (first, near) = (await Marked.Case(app, error, product), (await app.Admin.Post("/api/v1/incidents", new { title = "近い", product, errorText = error })).Was(201)["incidentId"]);
        var second = await Marked.Case(app, error, product);
        var byHand = (await app.Admin.Post("/api/v1/incidents", new { title = "手で", caseId = (await Opened.At(app, Cast.Account)).Id })).Was(201)["incidentId"];

        Assert.Equal([[first.Id], [second.Id]], new[] { await Marked.Cases(app, wide), await Marked.Cases(app, near) });
        Assert.Single(await Marked.Cases(app, byHand));
        Assert.Equal(wide, (await app.Admin.Post("/api/v1/incidents", new { title = "もう一度", caseId = first.Id })).Was(200)["incidentId"]); // it is declared already
        foreach (var (wrong, at) in new (object, string)[] { (new { title = " " }, "/title"), (new { title = "x", lead = Guid.NewGuid() }, "/lead"), (new { title = "x", caseId = Guid.NewGuid() }, "/caseId"), (new { title = "x", proposalId = Guid.NewGuid() }, "/proposalId"), (new { title = "x", ruleId = Guid.NewGuid() }, "/ruleId"), (new { title = "x", since = app.Clock.GetUtcNow().AddHours(1) }, "/since") })
            Assert.Contains(at, (await app.Admin.Post("/api/v1/incidents", wrong)).Was(422).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_proposed_by_words_goes_on_collecting_by_them_until_somebody_says_otherwise()
    {
        await app.Cast();
        var first = $"ガチャを引いたのに{Marked.NewError()}だけ減って何も増えません。";
        var seen = await Say(first);
        var proposal = await Proposed(first, seen);
        var id = (await app.Admin.Post("/api/v1/incidents", new { title = "引いても増えない", proposalId = proposal })).Was(201)["incidentId"];
        Assert.Equal([seen], await Marked.Cases(app, id));
        Assert.True((await app.Admin.Get($"/api/v1/incidents/{id}")).Was(200).Json.GetProperty("likeWords").GetBoolean());

        var (like, _) = (await Say(first + " よろしくお願いします。"), await Say("領収書の宛名を会社名にできますか。"));
        await Patience.Until(() => Marked.Cases(app, id), all => all.SequenceEqual([seen, like]));
        (await app.Admin.Delete($"/api/v1/incidents/{id}/cases/{like}")).Was(204); // it has nothing to do with it
        var third = await Say(first + " 困っています。");
        await Patience.Until(() => Marked.Cases(app, id), all => all.SequenceEqual([seen, third]));
        (await app.Admin.Patch($"/api/v1/incidents/{id}", new { likeWords = false })).Was(200);
        var fourth = await Say(first + " 四人目です。");
        await Patience.Until(() => IsMarked(fourth), marked => marked);
        Assert.Equal([seen, third], await Marked.Cases(app, id));
        (await app.Admin.Patch($"/api/v1/incidents/{id}", new { likeWords = true })).Was(200);
        Assert.Equal([seen, third, fourth], await Marked.Cases(app, id));
    }

    private async Task<string> Say(string text) => (await app.Anonymous.Post("/api/v1/contacts", new { text, desk = Cast.Account })).Was(201)["caseId"];

    private async Task<bool> IsMarked(string id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var theCase = Id<Case>.Parse(id, null);
        return await scope.ServiceProvider.GetRequiredService<Db>().ContactMarks.AnyAsync(m => m.CaseId == theCase, CancellationToken.None);
    }

    // As if three had come with these words.
    private async Task<string> Proposed(string words, string seen)
    {
        var (id, now) = (Id<IncidentProposal>.New(), app.Clock.GetUtcNow().ToMicroseconds());
        await app.Services.GetRequiredService<Writes>().Write(db =>
        {
            db.Add(new IncidentProposal { Id = id, Kind = JumpKind.Words, Key = Sketch.Of(words)!.ToString(), Words = "ガチャ", Since = now.AddMinutes(-5), LastAt = now, FoundAt = now, WindowMinutes = 5, Striking = 3, Expected = 0, Odds = 1e6, Seen = 1, People = 1 });
            db.Add(new ProposalCase { ProposalId = id, CaseId = Id<Case>.Parse(seen, null), At = now });
            return db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        return id.ToString();
    }

    [Fact]
    public async Task Nobody_falls_through_who_comes_while_it_is_declared()
    {
        for (var round = 0; round < 8; round++)
        {
            var error = Marked.NewError();
            var told = Enumerable.Range(0, 4).Select(_ => Marked.Tell(app, error)).ToList();
            await Task.WhenAny(told);
            var incident = (await app.Admin.Post("/api/v1/incidents", new { title = "同時", errorText = error })).Was(HttpStatusCode.Created)["incidentId"];
            var cases = await Task.WhenAll(told);

            await Patience.Until(() => Marked.Cases(app, incident), found => found.Order().SequenceEqual(cases.Select(c => c.Id).Order()));
        }
    }

    [Fact]
    public async Task Two_who_declare_for_the_same_case_at_once_declare_one_incident()
    {
        var (cast, seen) = (await app.Cast(), await Opened.At(app, Cast.Account));
        var both = await Task.WhenAll(new[] { cast.Hana, cast.Sora, cast.Hana }.Select(who => app.As(who).Post("/api/v1/incidents", new { title = "接続できない", caseId = seen.Id })));

        Assert.Single(both.Select(a => a["incidentId"]).Distinct());
        Assert.Equal([200, 200, 201], both.Select(a => (int)a.Status).Order());

        var id = await Proposed("ログインの途中で画面が真っ白になり、何度やり直しても先へ進めません。", (await Opened.At(app, Cast.Account)).Id);
        var proposed = await Task.WhenAll(new[] { cast.Sora, cast.Hana }.Select(who => app.As(who).Post("/api/v1/incidents", new { title = "同時に", proposalId = id })));
        Assert.Single(proposed.Select(a => a["incidentId"]).Distinct());
    }

    public sealed class OnSqlite(SqliteApp app) : DeclaringTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : DeclaringTests(app), IClassFixture<PostgresApp>;
}
