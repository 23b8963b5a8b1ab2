using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Messaging;

/// <summary>No customer is answered twice unawares (二重対応防止).</summary>
public abstract class SecondAnswerTests(App app)
{
    private static readonly string[] Tags = ["請求"];

    [Fact]
    public async Task A_colleague_who_was_faster_is_shown_and_the_draft_stays()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora) = (app.As(cast.Hana), app.As(cast.Sora));
        (await hana.Put(theCase.Path + "/draft", new { text = "こちらで直しました。" })).Was(200);
        var theirs = (await sora.Post(theCase.Path + "/messages", new { text = "先に直しました。" })).Was(201)["entry"];

        var refused = (await hana.Post(theCase.Path + "/messages", new { text = "こちらで直しました。", seen = 2 }, "k")).Was(409);

        Assert.EndsWith("answered-meanwhile", refused["type"], StringComparison.Ordinal);
        var entry = refused.Json.GetProperty("entry");
        Assert.Equal((theirs, "先に直しました。"), ($"{entry.GetProperty("entry")}", entry.GetProperty("body").GetProperty("text").GetString()));
        Assert.Equal("こちらで直しました。", (await hana.Get(theCase.Path + "/draft")).Was(200)["text"]);
        (await hana.Post(theCase.Path + "/messages", new { text = "こちらで直しました。", seen = 2, anyway = true })).Was(201);
        (await hana.Get(theCase.Path + "/draft")).Was(204);
    }

    [Fact]
    public async Task Ones_own_words_notes_and_the_customers_are_in_nobodys_way_and_without_seen_nothing_is_looked_at()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora) = (app.As(cast.Hana), app.As(cast.Sora));
        (await hana.Post(theCase.Path + "/messages", new { text = "一" })).Was(201);
        (await sora.Post(theCase.Path + "/notes", new { text = "メモ" })).Was(201);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "二" })).Was(201);

        (await hana.Post(theCase.Path + "/messages", new { text = "三", seen = 1 })).Was(201);
        var theirs = (await sora.Post(theCase.Path + "/messages", new { text = "四" })).Was(201)["entry"];
        (await hana.Post(theCase.Path + "/messages", new { text = "五" })).Was(201);
        (await hana.Post(theCase.Path + "/messages", new { text = "六", seen = int.Parse(theirs, System.Globalization.CultureInfo.InvariantCulture) })).Was(201);
        (await sora.Post($"{theCase.Path}/messages/{theirs}/withdrawal")).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "七", seen = 1 })).Was(201);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_is_told()
    {
        var cast = await app.Cast();
        for (var i = 0; i < 10; i++)
        {
            var theCase = await Opened.At(app, Cast.Account);

            var answers = await Task.WhenAll(new[] { cast.Hana, cast.Sora }.Select(p => app.As(p).Post(theCase.Path + "/messages", new { text = $"{p.Name}です", seen = 2 })));

            Assert.Equal([201, 409], answers.Select(a => (int)a.Status).Order());
        }
    }

    [Fact]
    public async Task The_page_without_scripts_shows_both_and_sends_the_second_knowingly()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        using var browser = await app.SignedIn(cast.Hana);
        await browser.Open($"/desk/cases/{theCase.Id}");
        (await app.As(cast.Sora).Post(theCase.Path + "/messages", new { text = "先に直しました。" })).Was(201);

        var page = (await browser.SendFiles($"/desk/cases/{theCase.Id}/messages", ("text", "こちらで直しました。"), ("seen", "2"), ("key", "k"))).Was(409).Text;

        Assert.Contains("先に直しました。", page, StringComparison.Ordinal);
        Assert.Contains("こちらで直しました。</textarea>", page, StringComparison.Ordinal);
        (await browser.SendFiles($"/desk/cases/{theCase.Id}/messages", ("text", "こちらで直しました。"), ("seen", "2"), ("key", "k"), ("second", "yes"))).Was(302);
        Assert.Equal(2, (await theCase.Kinds(theCase.Customer)).Count(k => k == "message") - 1);
    }

    [Fact]
    public async Task No_change_of_a_colleagues_takes_a_draft_away()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora, ken) = (app.As(cast.Hana), app.As(cast.Sora), app.As(cast.Ken));
        (await hana.Put(theCase.Path + "/draft", new { text = "半分まで書いた返信" })).Was(200);
        (await hana.Put(theCase.Path + "/draft", new { text = "半分まで書いたメモ", purpose = "note" })).Was(200);

        (await sora.Put(theCase.Path + "/assignment", new { agentId = cast.Sora.AgentId })).Was(200);
        (await sora.Put(theCase.Path + "/tags", new { tags = Tags })).Was(200);
        (await sora.Put(theCase.Path + "/priority", new { priority = "high" })).Was(200);
        (await sora.Put(theCase.Path + "/snooze", new { text = "明日" })).Was(200);
        (await sora.Post(theCase.Path + "/messages", new { text = "半分まで書いた返信" })).Was(201);
        (await sora.Post(theCase.Path + "/notes", new { text = "半分まで書いたメモ" })).Was(201);
        (await sora.Post(theCase.Path + "/solution", new { outcome = "直しました" })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/solution/answer", new { solved = true })).Was(200);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "まだでした" })).Was(201);
        var offer = (await sora.Post(theCase.Path + "/handovers", new { toDesk = Cast.Technical, reason = "技術の話" })).Was(201)["handoverId"];
        (await ken.Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);

        Assert.Equal("半分まで書いた返信", (await hana.Get(theCase.Path + "/draft")).Was(200)["text"]);
        Assert.Equal("半分まで書いたメモ", (await hana.Get(theCase.Path + "/draft?purpose=note")).Was(200)["text"]);
    }

    public sealed class OnSqlite(SqliteApp app) : SecondAnswerTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SecondAnswerTests(app), IClassFixture<PostgresApp>;
}
