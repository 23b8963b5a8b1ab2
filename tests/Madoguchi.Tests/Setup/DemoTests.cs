using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Setup.Demo;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Setup;

public abstract class DemoTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dozen_cases_stand_in_every_state()
    {
        await using var db = await Db();
        var cases = await db.Cases.ToListAsync(Ct);

        Assert.InRange(cases.Count, 12, 110);
        Assert.Empty(Enum.GetValues<Status>().Except(cases.Select(c => c.Status)));
        Assert.Contains(cases, c => c.ClaimedNumber is not null);
        var kinds = await db.Entries.Select(e => e.Kind).Distinct().ToListAsync(Ct);
        Assert.Empty(((string[])["message", "note", "attachment", "fact", "question", "handoverOffered", "handoverAccepted", "handoverReturned", "languageAhead", "reopened",
            "solutionProposed", "solutionAnswered", "closedBySilence", "numberClaimed", "callTaken"]).Except(kinds));
        Assert.All(cases, c => Assert.True(c.ActiveAt <= app.Clock.GetUtcNow()));
        Assert.Equal(11, (await Patience.Until(() => db.IncidentProposals.AsNoTracking().Where(p => p.State == ProposalState.Open).ToListAsync(Ct), all => all.Count == 1))[0].People); // noticed by itself, and waiting for somebody's word
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task The_chains_of_its_timelines_hold()
    {
        await using var db = await Db();
        foreach (var theCase in await db.Cases.ToListAsync(Ct)) // what happens while they are being read is not looked at
        {
            byte[] last = [];
            var entries = await db.Entries.Where(e => e.CaseId == theCase.Id && e.Number <= theCase.LastEntry).OrderBy(e => e.Number).ToListAsync(Ct);
            foreach (var e in entries)
                Assert.Equal(last = Entry.Link(last, e.CaseId, e.Number, e.At, e.Kind, e.By, e.Body, e.Salt), e.Hash);
            Assert.Equal(theCase.LastHash, last);
            Assert.Equal(entries.Select(e => e.At).Order(), entries.Select(e => e.At));
        }
    }

    [Fact]
    public async Task Its_agents_sign_in_with_the_password_that_everybody_knows()
    {
        foreach (var agent in DemoPeople.Agents)
        {
            using var browser = app.Browser();
            (await browser.Send("/sign-in", new { email = agent.Email, password = DemoPeople.Password })).Was(302);
        }
    }

    private Task<Db> Db() => app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);

    public sealed class SqliteDemo() : App(On.Sqlite, ("Madoguchi:Demo", "true"));

    public sealed class PostgresDemo() : App(On.Postgres, ("Madoguchi:Demo", "true"));

    public sealed class OnSqlite(SqliteDemo app) : DemoTests(app), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo app) : DemoTests(app), IClassFixture<PostgresDemo>;
}
