using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

public abstract class ListTests(App app)
{
    [Fact]
    public async Task A_desk_sees_its_cases_newest_first_and_nobody_elses()
    {
        var cast = await app.Cast();
        var first = await Opened.At(app, Cast.Account, "一つ目");
        var second = await Opened.At(app, Cast.Account, "二つ目");
        var other = await Opened.At(app, Cast.Billing, "請求");

        var hana = await Ids(cast.Hana, "");
        Assert.Equal([second.Id, first.Id], hana.Where(id => id == first.Id || id == second.Id));
        Assert.DoesNotContain(other.Id, hana);
        Assert.Contains(other.Id, await Ids(cast.Mio, ""));
        Assert.Contains(other.Id, await Ids(cast.Sora, "?desk=billing"));
        Assert.Empty(await Ids(cast.Hana, "?desk=billing"));
        Assert.Empty(await Ids(cast.Hana, "?desk=nowhere"));

        (await first.Customer.Post(first.Path + "/messages", new { text = "追伸" })).Was(201);
        Assert.Equal([first.Id, second.Id], (await Ids(cast.Hana, "?desk=account")).Where(id => id == first.Id || id == second.Id));
    }

    [Fact]
    public async Task A_row_says_what_a_list_shows()
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account, "ログインできません。助けてください。");

        var row = await Row(cast.Hana, theCase);
        Assert.Equal((theCase.Number, "山野 太郎", "ログインできません", "new", "account", "ja"), (Text(row, "customerNumber"), Text(row, "name"), Text(row, "subject"), Text(row, "status"), Text(row, "desk"), Text(row, "language")));
        Assert.True(row.GetProperty("unread").GetBoolean());
        Assert.False(row.GetProperty("offered").GetBoolean());
        Assert.True(row.TryGetProperty("waitingSince", out _));

        (await app.As(cast.Hana).Post(theCase.Path + "/messages", new { text = "確認します" })).Was(201);
        row = await Row(cast.Hana, theCase);
        Assert.Equal(("Hana", "確認します", "waitingForCustomer"), (Text(row, "agent"), Text(row, "preview"), Text(row, "status")));
        Assert.False(row.TryGetProperty("waitingSince", out _));
    }

    [Fact]
    public async Task The_queues_follow_the_talk()
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account);
        Assert.Equal(["new"], await QueuesOf(cast.Hana, theCase));
        (await app.As(cast.Hana).Post(theCase.Path + "/messages", new { text = "はい" })).Was(201);
        Assert.Equal(["held", "mine"], await QueuesOf(cast.Hana, theCase));
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "それで" })).Was(201);
        Assert.Equal(["open", "mine"], await QueuesOf(cast.Hana, theCase));
        (await app.As(cast.Hana).Post(theCase.Path + "/solution", new { outcome = "済" })).Was(200);
        Assert.Equal(["held", "mine"], await QueuesOf(cast.Hana, theCase));
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
        Assert.Equal(["done"], await QueuesOf(cast.Hana, theCase));
    }

    [Fact]
    public async Task Counts_are_what_the_lists_hold()
    {
        var cast = await app.Cast();
        for (var i = 0; i < 5; i++)
        {
            var theCase = await Opened.At(app, i % 2 == 0 ? Cast.Account : Cast.Technical);
            if (i > 1)
                (await app.As(cast.Sora).Post(theCase.Path + "/messages", new { text = "はい" })).Was(201);
            if (i == 3)
                (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "それで" })).Was(201);
        }

        foreach (var player in new[] { cast.Hana, cast.Ken, cast.Sora, cast.Mio })
        {
            var counts = (await app.As(player).Get("/api/v1/counts")).Was(200).Json;
            foreach (var queue in new[] { "new", "open", "held", "done", "mine", "offered" })
                Assert.Equal((await Ids(player, "?queue=" + queue)).Count, counts.GetProperty(queue).GetInt32());
        }
    }

    [Fact]
    public async Task Pages_repeat_nothing_and_miss_nothing_that_stood_still()
    {
        var cast = await app.Cast();
        var made = new List<Opened>();
        for (var i = 0; i < 120; i++)
            made.Add(await Opened.At(app, Cast.TechnicalEn, $"story {i}", "Mover"));

        var robin = app.As(cast.Robin);
        var (seen, next, mover) = (new List<string>(), "", 0);
        do
        {
            var page = (await robin.Get("/api/v1/cases?desk=technical-en" + (next.Length > 0 ? "&cursor=" + next : ""))).Was(200).Json;
            seen.AddRange(page.GetProperty("cases").EnumerateArray().Select(c => Text(c, "caseId")));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString()! : ""; // present: a text
            var moved = made[mover++]; // the oldest moves to the front meanwhile
            (await moved.Customer.Post(moved.Path + "/messages", new { text = "moved" })).Was(201);
        }
        while (next.Length > 0);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(made.Skip(mover).Select(m => m.Id).Except(seen));
    }

    [Theory]
    [InlineData("status=open")]
    [InlineData("status=0")]
    [InlineData("status=Solved")]
    [InlineData("queue=all")]
    [InlineData("mine=1")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=OTk5OTk5OTk5OTk5OTk5OTk5IDAxOTNhYmNkLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA")]
    public async Task What_is_no_filter_is_said(string query) =>
        (await app.As((await app.Cast()).Hana).Get("/api/v1/cases?" + query)).Was(422);

    [Fact]
    public async Task A_customer_has_no_list() =>
        (await (await Opened.At(app, Cast.Account)).Customer.Get("/api/v1/cases")).Was(404);

    private static string Text(JsonElement row, string member) => row.GetProperty(member).ToString();

    // All pages.
    private async Task<List<string>> Ids(Player player, string query)
    {
        var (ids, more) = (new List<string>(), "");
        while (true)
        {
            var page = (await app.As(player).Get("/api/v1/cases" + query + more)).Was(200).Json;
            ids.AddRange(page.GetProperty("cases").EnumerateArray().Select(c => Text(c, "caseId")));
            if (!page.TryGetProperty("next", out var next))
                return ids;
            more = (query.Length > 0 ? "&" : "?") + "cursor=" + next.GetString();
        }
    }

    private async Task<JsonElement> Row(Player player, Opened theCase) =>
        (await app.As(player).Get("/api/v1/cases")).Was(200).Json.GetProperty("cases").EnumerateArray().Single(c => Text(c, "caseId") == theCase.Id);

    private async Task<List<string>> QueuesOf(Player player, Opened theCase)
    {
        var found = new List<string>();
        foreach (var queue in new[] { "new", "open", "held", "done", "mine", "offered" })
        {
            if ((await Ids(player, "?queue=" + queue)).Contains(theCase.Id))
                found.Add(queue);
        }

        return found;
    }

    public sealed class OnSqlite(SqliteApp app) : ListTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ListTests(app), IClassFixture<PostgresApp>;
}
