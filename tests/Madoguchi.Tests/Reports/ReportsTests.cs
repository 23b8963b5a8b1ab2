using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Reports;

/// <summary>Each report against a plain count over the raw record of weeks made up by chance.</summary>
public abstract class ReportsTests(App app)
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly string[] Measures = ["offered", "accepted", "returned", "withdrawn", "waiting", "takenOver", "cameBack"];

    private static readonly string[] Acts = ["answer", "firstAnswer", "solved", "offered", "returned", "accepted", "takenOver", "askedAgain", "sentAnyway", "followedUp", "withdrawn"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_are_right_to_the_row_in_whatever_order_entries_are_learned()
    {
        var cast = await app.Cast();
        var begin = app.Clock.Now;
        var history = new History(app, cast, seed: 20261122);
        await history.Play(cases: 75, days: 40);
        await Patience.Until(Fresh, fresh => fresh == 0);
        var all = await Read(history);
        Assert.True(all.Sum(c => c.Handovers.Count) > 30, "a history with nothing in it proves nothing");
        Assert.Contains(all, c => c.Handovers.Exists(h => h.CameBack));
        Assert.Contains(all, c => c.Solved is not null);

        await Compare(all, begin, cast);
        await ForgetAndLearnShuffled();
        await Compare(all, begin, cast);
    }

    private async Task Compare(IReadOnlyList<Naive> all, DateTimeOffset begin, Cast cast)
    {
        var (from, to) = (Day(begin).AddDays(3), Day(begin).AddDays(33));
        var told = all.Where(c => Day(c.At) >= from && Day(c.At) <= to).ToList();
        foreach (var (by, of) in new (string, Func<Naive, string?>)[] { ("desk", c => c.ToldAt), ("product", c => c.Product), ("errorText", c => c.Error), ("channel", _ => "web") })
        {
            var expected = told.GroupBy(c => (Day(c.At), of(c))).Select(g => $"{g.Key.Item1:yyyy-MM-dd} {g.Key.Item2} {g.Count()}").Order(StringComparer.Ordinal);
            var report = await Report(cast.Sora, $"contacts?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by={by}");
            Assert.Equal(expected, Rows(report, "day", by, "contacts").Order(StringComparer.Ordinal));
            Assert.Equal(told.Count, report.GetProperty("sums").GetProperty("contacts").GetInt32());
        }

        var passed = all.SelectMany(c => c.Handovers).Where(h => Day(h.At) >= from && Day(h.At) <= to).ToList();
        var routes = passed.GroupBy(h => (h.From, h.To)).Select(g => $"{g.Key.From} {g.Key.To} {Measured([.. g])}").Order(StringComparer.Ordinal);
        Assert.Equal(routes, Rows(await Report(cast.Sora, $"handovers?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), ["from", "to", .. Measures]).Order(StringComparer.Ordinal));
        var kens = passed.Where(h => Cast.Technical == h.From || Cast.Technical == h.To).ToList();
        Assert.Equal(Measured(kens), Sums(await Report(cast.Ken, $"handovers?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), Measures));
        var hanas = await Report(cast.Hana, $"contacts?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by=day");
        Assert.Equal(told.Count(c => c.ToldAt == Cast.Account), hanas.GetProperty("sums").GetProperty("contacts").GetInt32());
        await CompareActs(all, from, to, cast);
        await CompareTimes(told, from, to, cast);
        await CompareBreaks(all, from, to, cast);
    }

    private async Task CompareActs(IReadOnlyList<Naive> all, DateOnly from, DateOnly to, Cast cast)
    {
        var (did, period) = (all.SelectMany(c => c.Acts).Where(a => Day(a.At) >= from && Day(a.At) <= to).ToList(), $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        Assert.Equal(did.GroupBy(a => a.Desk).Where(g => g.Any(a => Acts.Contains(a.What))).Select(g => $"{g.Key} {Counted(g)}").Order(StringComparer.Ordinal),
            Rows(await Report(cast.Sora, $"team?{period}"), ["desk", .. Acts]).Order(StringComparer.Ordinal));
        Assert.Equal(Counted(did.Where(a => a.Desk == Cast.Technical)), Sums(await Report(cast.Ken, $"team?{period}&by=day"), Acts));
        foreach (var player in new[] { cast.Ken, cast.Sora })
        {
            var own = did.Where(a => a.By.ToString() == player.AgentId && Acts.Contains(a.What)).ToList();
            Assert.NotEmpty(own);
            Assert.Equal(own.GroupBy(a => Day(a.At)).OrderBy(g => g.Key).Select(g => $"{g.Key:yyyy-MM-dd} {Counted(g)}"), Rows(await Report(player, $"mine?{period}"), ["day", .. Acts]));
            Assert.Contains($"{player.Name} {Counted(own)}", Rows(await Report(cast.Sora, $"team?{period}&by=agent"), ["agent", .. Acts]));
        }

        Assert.Contains(did, a => a.What == "sentAnyway");
        Assert.Equal($"{did.Count(a => a.What == "heldBack")} {did.Count(a => a.What == "sentAnyway")}", Sums(await Report(cast.Sora, $"sent-away?{period}"), ["heldBack", "sentAnyway"]));
        Assert.Equal(did.Where(a => a.What is "heldBack" or "sentAnyway").GroupBy(a => a.Desk).Select(g => $"{g.Key} {g.Count(a => a.What == "heldBack")} {g.Count(a => a.What == "sentAnyway")}")
            .Order(StringComparer.Ordinal), Rows(await Report(cast.Sora, $"sent-away?{period}&by=desk"), "desk", "heldBack", "sentAnyway").Order(StringComparer.Ordinal));
        Assert.Contains(did, a => a.What == "askedAgain");
        Assert.Equal(did.Where(a => a.What is "asked" or "askedAgain").GroupBy(a => a.Words).Select(g => $"{g.Key} {g.Count(a => a.What == "askedAgain")} {g.Count(a => a.What == "asked")}")
            .Order(StringComparer.Ordinal), Rows(await Report(cast.Sora, $"asked-twice?{period}"), "fact", "askedAgain", "questions").Order(StringComparer.Ordinal));
    }

    private async Task CompareBreaks(IReadOnlyList<Naive> all, DateOnly from, DateOnly to, Cast cast)
    {
        string[] measures = ["brokenOff", "followedUp", "cameBack", "stuck", "solvedMyself", "noLongerNeeded", "silent", "solved"];
        var breaks = all.SelectMany(c => c.Breaks.Select(b => (b.How, b, Solved: c.Solved > b.At))).Where(b => Day(b.b.At) >= from && Day(b.b.At) <= to).ToList();
        Assert.True(breaks.Exists(b => b.b.Tap is not null) && breaks.Exists(b => b.b is { Tap: null, Spoke: true }), "nobody came back");
        var expected = breaks.GroupBy(b => b.How).Select(g => $"{g.Key} {g.Count()} {g.Count(b => b.b.FollowedUp)} {g.Count(b => b.b.Tap == "stuck" || (b.b.Tap is null && b.b.Spoke))} "
            + $"{g.Count(b => b.b.Tap == "stuck")} {g.Count(b => b.b.Tap == "solvedMyself")} {g.Count(b => b.b.Tap == "noLongerNeeded")} {g.Count(b => b.b.Tap is null && !b.b.Spoke)} {g.Count(b => b.Solved)}");
        var report = await Report(cast.Sora, $"broken-off?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Rows(report, ["how", .. measures]).Order(StringComparer.Ordinal));
    }

    private async Task CompareTimes(IReadOnlyList<Naive> told, DateOnly from, DateOnly to, Cast cast)
    {
        var expected = told.GroupBy(c => c.ToldAt).Select(g =>
        {
            var (first, solved) = (Seconds(g, c => c.FirstAnswer), Seconds(g, c => c.Solved));
            return $"{g.Key} {g.Count()} {first.Count} {Part(first, 50)} {Part(first, 90)} {Part(first, 95)} {solved.Count} {Part(solved, 50)} {Part(solved, 90)} {Part(solved, 95)}";
        });
        var report = await Report(cast.Sora, $"answer-times?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Rows(report,
            "desk", "told", "answered", "firstAnswerP50", "firstAnswerP90", "firstAnswerP95", "solved", "solutionP50", "solutionP90", "solutionP95").Order(StringComparer.Ordinal));

        static List<long> Seconds(IEnumerable<Naive> of, Func<Naive, DateTimeOffset?> what) => [.. of.Where(c => what(c) is not null).Select(c => what(c)!.Value.ToUnixTimeSeconds() - c.At.ToUnixTimeSeconds())];

        static string Part(List<long> of, int percent) => of.Order().Where(v => of.Count(w => w <= v) * 100 >= percent * of.Count).Select(v => $"{v}").FirstOrDefault("");
    }

    private static string Counted(IEnumerable<Naive.Did> acts) => string.Join(' ', Acts.Select(what => acts.Count(a => a.What == what)));

    private static string Sums(JsonElement report, string[] of) => string.Join(' ', of.Select(m => report.GetProperty("sums").GetProperty(m)));

    private static string Measured(List<Naive.Passed> of) => string.Join(' ', Measures.Select(m => m switch
    {
        "offered" => of.Count(h => h.Outcome != "takenOver"),
        "cameBack" => of.Count(h => h.CameBack),
        _ => of.Count(h => h.Outcome == m),
    }));

    private static IEnumerable<string> Rows(JsonElement report, params string[] columns) =>
        report.GetProperty("rows").EnumerateArray().Select(r => string.Join(' ', columns.Select(c => r.GetProperty(c).ToString())));

    private async Task<JsonElement> Report(Player who, string what) => (await app.As(who).Get("/api/v1/reports/" + what)).Was(200).Json;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Tokyo).DateTime);

    private async Task<List<Naive>> Read(History history)
    {
        await using var db = await Db();
        var entries = (await db.Entries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Ct)).ToLookup(e => e.CaseId);
        return [.. (await db.Cases.AsNoTracking().ToListAsync(Ct)).Select(c => new Naive(c.Id.ToString(), history.ToldAt[c.Id.ToString()], c.Product, [.. entries[c.Id]]))];
    }

    // As if nothing had been counted; then every entry comes twice, in no order, in batches of any size.
    private async Task ForgetAndLearnShuffled()
    {
        List<Entry> entries;
        await using (var db = await Db())
            entries = await db.Entries.AsNoTracking().ToListAsync(Ct);
        var chance = new Random(7);
        Entry[] shuffled = [.. entries, .. entries];
        chance.Shuffle(shuffled);
        var (writes, counting) = (app.Services.GetRequiredService<Writes>(), new CountingFollower());
        await writes.Write(async db =>
        {
            await db.CountedContacts.ExecuteDeleteAsync(CancellationToken.None);
            await db.CountedHandovers.ExecuteDeleteAsync(CancellationToken.None);
            await db.CountedActs.ExecuteDeleteAsync(CancellationToken.None);
            await db.CountedBreaks.ExecuteDeleteAsync(CancellationToken.None);
        }, Ct);
        for (var rest = shuffled.AsMemory(); rest.Length > 0;)
        {
            var some = rest[..Math.Min(rest.Length, chance.Next(1, 60))];
            rest = rest[some.Length..];
            await writes.Write(db => counting.Do(db, some.ToArray(), app.Clock.Now), Ct);
        }
    }

    private async Task<int> Fresh()
    {
        await using var db = await Db();
        return await db.Set<FreshEntry>().CountAsync(Ct);
    }

    private Task<Db> Db() => app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);

    public sealed class OnSqlite(SqliteApp app) : ReportsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReportsTests(app), IClassFixture<PostgresApp>;
}
