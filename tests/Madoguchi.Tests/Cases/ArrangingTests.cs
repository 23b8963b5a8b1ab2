using System.Net.Http.Json;
using Madoguchi.Cases.Snoozing;
using Madoguchi.Cases.Solving;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Cases;

/// <summary>Tags, priority, laying aside: the house's own order, of which no customer knows.</summary>
public abstract class ArrangingTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_are_free_words_and_equal_ones_are_one()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));

        Assert.Equal(["請求", "VIP"], Words((await hana.Put(theCase.Path + "/tags", Tags("請求", "VIP", "ｖｉｐ"))).Was(200)));
        (await hana.Put(theCase.Path + "/tags", Tags("ＶＩＰ", "請求"))).Was(200);
        Assert.Single(await theCase.Kinds(hana), "tagged");
        Assert.Equal(["VIP"], Words((await hana.Put(theCase.Path + "/tags", Tags("vip"))).Was(200)));
        Assert.Equal(["VIP"], Words((await hana.Get(theCase.Path)).Was(200)));

        foreach (var wrong in new object[] { Tags(" "), Tags(new string('x', 41)), new { tags = Enumerable.Range(0, 21).Select(i => $"t{i}") }, Tags("a\nb"), new { } })
            (await hana.Put(theCase.Path + "/tags", wrong)).Was(422);
        Assert.DoesNotContain("tag", (await theCase.Customer.Get(theCase.Path)).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tagged", await theCase.Kinds(theCase.Customer));
    }

    [Fact]
    public async Task Cases_are_found_by_a_tag_in_any_spelling_and_tags_in_use_are_suggested()
    {
        var (one, other, cast) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account), await app.Cast());
        var hana = app.As(cast.Hana);
        (await hana.Put(one.Path + "/tags", Tags("カード会社"))).Was(200);
        (await hana.Put(other.Path + "/tags", Tags("カード会社", "至急便"))).Was(200);

        Assert.Equal([one.Id, other.Id], Ids(await hana.Get("/api/v1/cases?tag=" + Uri.EscapeDataString("ｶｰﾄﾞ会社"))).Order());
        Assert.Equal([other.Id], Ids(await hana.Get("/api/v1/cases?queue=new&tag=" + Uri.EscapeDataString("至急便"))));
        Assert.Empty(Ids(await hana.Get("/api/v1/cases?tag=nobody")));
        Assert.Empty(Ids(await app.As(cast.Mio).Get("/api/v1/cases?tag=" + Uri.EscapeDataString("カード会社"))));
        Assert.Equal("""[{"tag":"カード会社","cases":2}]""", (await hana.Get("/api/v1/tags?q=" + Uri.EscapeDataString("かーど"))).Was(200).Json.GetProperty("tags").ToString());
        Assert.Empty((await app.As(cast.Mio).Get("/api/v1/tags")).Was(200).Json.GetProperty("tags").EnumerateArray());
    }

    [Fact]
    public async Task What_is_urgent_stands_first_among_what_waits_and_nobody_else_sees_why()
    {
        var hana = app.As((await app.Cast()).Hana);
        var cases = new List<Opened>();
        for (var i = 0; i < 4; i++)
            cases.Add(await Opened.At(app, Cast.Account, $"{i}番目"));
        (await hana.Put(cases[0].Path + "/priority", new { priority = "urgent" })).Was(200);
        (await hana.Put(cases[1].Path + "/priority", new { priority = "high" })).Was(200);
        (await hana.Put(cases[3].Path + "/priority", new { priority = "low" })).Was(200);
        (await hana.Put(cases[3].Path + "/priority", new { priority = "low" })).Was(200);
        (await hana.Put(cases[3].Path + "/priority", new { priority = "red" })).Was(422);

        Assert.Equal(cases.Select(c => c.Id), Ids(await hana.Get("/api/v1/cases?queue=new")).Where(id => cases.Any(c => c.Id == id)));
        Assert.Equal("urgent", (await hana.Get(cases[0].Path)).Was(200)["priority"]);
        Assert.Single(await cases[3].Kinds(hana), "prioritized");
        Assert.DoesNotContain("priority", (await cases[0].Customer.Get(cases[0].Path)).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("prioritized", await cases[0].Kinds(cases[0].Customer));
    }

    [Fact]
    public async Task A_list_that_begins_with_the_urgent_is_turned_page_by_page_without_a_gap()
    {
        await using var own = await App.Start(app.On);
        var hana = own.As((await own.Cast()).Hana);
        string[] ladder = ["low", "normal", "high", "urgent"];
        for (var i = 0; i < 56; i++)
        {
            var made = await Opened.At(own, Cast.Account, $"{i}");
            if (ladder[i % 4] is not "normal" and var priority)
                (await hana.Put(made.Path + "/priority", new { priority })).Was(200);
        }

        var first = (await hana.Get("/api/v1/cases?queue=new")).Was(200);
        var rest = (await hana.Get($"/api/v1/cases?queue=new&cursor={first["next"]}")).Was(200);

        var all = first.Json.GetProperty("cases").EnumerateArray().Concat(rest.Json.GetProperty("cases").EnumerateArray()).ToList();
        Assert.Equal(56, all.Select(c => c.GetProperty("caseId").GetString()).Distinct().Count());
        Assert.Equal(all.OrderByDescending(c => Array.IndexOf(ladder, c.GetProperty("priority").GetString())).ThenByDescending(c => c.GetProperty("activeAt").GetDateTimeOffset()).Select(c => c.GetProperty("caseId").GetString()),
            all.Select(c => c.GetProperty("caseId").GetString()));
    }

    [Fact]
    public async Task Laid_aside_it_is_on_hold_and_back_by_itself_with_a_notice()
    {
        await using var own = await App.Start(app.On); // its clock jumps, and what others laid aside would come back with it
        var (theCase, cast) = (await Opened.At(own, Cast.Account), await own.Cast());
        var hana = own.As(cast.Hana);
        var (fresh, held) = await Counts(hana);

        var until = (await hana.Put(theCase.Path + "/snooze", new { text = "3時間後" })).Was(200).Json.GetProperty("until").GetDateTimeOffset();

        Assert.Equal((fresh - 1, held + 1), await Counts(hana));
        Assert.Contains(theCase.Id, Ids(await hana.Get("/api/v1/cases?queue=held")));
        Assert.DoesNotContain(theCase.Id, Ids(await hana.Get("/api/v1/cases?queue=new")));
        Assert.Equal(until, (await hana.Get(theCase.Path)).Was(200).Json.GetProperty("snoozedUntil").GetDateTimeOffset());
        Assert.InRange(until - own.Clock.GetUtcNow(), TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));

        own.Clock.Advance(TimeSpan.FromHours(3.1));
        await Patience.Until(() => Counts(hana), counts => counts == (fresh, held));
        var notice = await Patience.Until(async () => (await hana.Get("/api/v1/notices")).Was(200).Text, text => text.Contains(theCase.Id, StringComparison.Ordinal));
        Assert.Contains("woke", notice, StringComparison.Ordinal);
        Assert.Equal(["snoozed", "woke"], (await theCase.Kinds(hana))[^2..]);
        Assert.Equal("new", await theCase.Status());
        Assert.Empty((await theCase.Kinds(theCase.Customer)).Intersect(["snoozed", "woke"]));
    }

    [Fact]
    public async Task It_is_back_at_once_when_the_customer_writes_or_an_agent_wants_it()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await hana.Put(theCase.Path + "/snooze", new { until = app.Clock.GetUtcNow().AddDays(3) })).Was(200);

        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "まだですか" })).Was(201);

        Assert.Contains(theCase.Id, Ids(await hana.Get("/api/v1/cases?queue=new")));
        Assert.Equal(["snoozed", "woke", "message"], (await theCase.Kinds(hana))[^3..]);
        (await hana.Put(theCase.Path + "/snooze", new { text = "next monday 10:30" })).Was(200);
        (await hana.Delete(theCase.Path + "/snooze")).Was(200);
        (await hana.Delete(theCase.Path + "/snooze")).Was(200);
        Assert.Equal(["snoozed", "woke"], (await theCase.Kinds(hana))[^2..]);
        Assert.Contains(theCase.Id, Ids(await hana.Get("/api/v1/cases?queue=new")));
    }

    [Fact]
    public async Task Only_a_time_ahead_and_an_open_case_can_be_waited_for()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        var now = app.Clock.GetUtcNow();

        foreach (var wrong in new object[] { new { until = now.AddMinutes(-1) }, new { until = now.AddDays(400) }, new { text = "昨日" }, new { text = "" }, new { }, new { until = now.AddDays(1), text = "明日" } })
            (await hana.Put(theCase.Path + "/snooze", wrong)).Was(422);
        (await hana.Post(theCase.Path + "/solution", new { outcome = "済" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
        Assert.EndsWith("closed", (await hana.Put(theCase.Path + "/snooze", new { text = "明日" })).Was(409)["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_laid_aside_is_neither_closed_by_silence_nor_kept_back_from_the_next_desk()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var hana = app.As(cast.Hana);
        (await hana.Post(theCase.Path + "/messages", new { text = "月末にまた見ます" })).Was(201);
        (await hana.Put(theCase.Path + "/snooze", new { text = "2週間後" })).Was(200);
        app.Clock.Advance(TimeSpan.FromDays(8));
        await app.Services.GetRequiredService<SilenceFollower>().Pass(Ct);
        Assert.Equal("waitingForCustomer", await theCase.Status());

        var offer = (await hana.Post(theCase.Path + "/handovers", new { toDesk = Cast.Technical, reason = "機械の話でした" })).Was(201)["handoverId"];
        (await app.As(cast.Ken).Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);
        Assert.False((await app.As(cast.Ken).Get(theCase.Path)).Was(200).Json.TryGetProperty("snoozedUntil", out _));
    }

    [Fact]
    public async Task Two_passes_at_once_wake_once()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await hana.Put(theCase.Path + "/snooze", new { text = "1時間後" })).Was(200);
        app.Clock.Advance(TimeSpan.FromHours(2));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Services.GetRequiredService<SnoozeFollower>().Pass(Ct)));
        await Patience.Until(() => theCase.Kinds(hana), kinds => kinds.Contains("woke"));

        Assert.Single(await theCase.Kinds(hana), "woke");
    }

    [Fact]
    public async Task A_colleagues_change_is_not_overwritten_and_other_news_is_in_nobodys_way()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora) = (app.As(cast.Hana), app.As(cast.Sora));
        var seen = (await hana.Get(theCase.Path)).Was(200).Headers.ETag!.Tag; // every case has one
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "追伸" })).Was(201);

        foreach (var (at, mine, theirs) in new (string, object, object)[]
        {
            ("/tags", Tags("請求"), Tags("返金")), ("/priority", new { priority = "high" }, new { priority = "low" }), ("/snooze", new { text = "明日" }, new { text = "来週" }),
        })
        {
            (await IfMatch(HttpMethod.Put, sora, theCase.Path + at, theirs, seen)).Was(200);
            (await IfMatch(HttpMethod.Put, hana, theCase.Path + at, mine, seen)).Was(412);
        }

        (await IfMatch(HttpMethod.Delete, hana, theCase.Path + "/snooze", null, seen)).Was(412);
    }

    private static async Task<Answer> IfMatch(HttpMethod method, HttpClient client, string path, object? body, string tag)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Answer.Of(await client.SendAsync(request, Ct));
    }

    private static async Task<(int New, int Held)> Counts(HttpClient client)
    {
        var counts = (await client.Get("/api/v1/counts")).Was(200).Json;
        return (counts.GetProperty("new").GetInt32(), counts.GetProperty("held").GetInt32());
    }

    private static object Tags(params string[] tags) => new { tags };

    private static string[] Words(Answer answer) => [.. answer.Json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)]; // strings

    private static string[] Ids(Answer answer) => [.. answer.Was(200).Json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!)]; // every row has one

    public sealed class OnSqlite(SqliteApp app) : ArrangingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ArrangingTests(app), IClassFixture<PostgresApp>;
}
