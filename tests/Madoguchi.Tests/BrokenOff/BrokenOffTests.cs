using System.Text.Json;
using Madoguchi.BrokenOff;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.BrokenOff;

public abstract class BrokenOffTests(App app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_is_found_once_and_a_word_ends_it()
    {
        var (theCase, hana) = await Answered();
        await Pass();
        Assert.Null(await Row(hana, theCase));
        app.Clock.Advance(TimeSpan.FromHours(25));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Pass()));

        var row = await Row(hana, theCase);
        Assert.Equal(("silence", theCase.Number), (row?.Text("how"), row?.Text("customerNumber")));
        Assert.Single(await theCase.Kinds(hana), "brokenOff");
        Assert.DoesNotContain("brokenOff", await theCase.Kinds(theCase.Customer));
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "すみません、忙しくて" })).Was(201);
        Assert.Null(await Row(hana, theCase));
        var ended = await Patience.Until(() => Row(hana, theCase, "ended"), r => r is not null);
        Assert.Equal("back", ended?.Text("answer"));
    }

    [Fact]
    public async Task A_page_left_in_mid_conversation_is_found_after_ten_minutes()
    {
        var (theCase, hana) = await Answered();
        await Visit(theCase);
        await Pass();
        Assert.Null(await Row(hana, theCase));
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await Pass();

        Assert.Equal("chatClosed", (await Row(hana, theCase))?.Text("how"));
    }

    [Fact]
    public async Task Who_is_still_there_has_not_left()
    {
        var (theCase, hana) = await Answered();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
        Assert.True(await stream.MoveNextAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(30));

        await Pass();

        Assert.Null(await Row(hana, theCase));
        await leaving.CancelAsync();
    }

    [Fact]
    public async Task Followed_up_and_still_stuck_waits_at_its_old_place_with_the_same_agent_who_is_rung()
    {
        var (theCase, hana) = await Answered();
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Pass();
        var broken = (await Row(hana, theCase))!.Value.GetProperty("since").GetDateTimeOffset(); // it was found

        var sent = (await hana.PostRaw(theCase.Path + "/follow-up", "", "application/json")).Was(200);
        Assert.Contains("山野 太郎 様", sent["text"], StringComparison.Ordinal);
        (await hana.Post(theCase.Path + "/follow-up")).Was(409);
        Assert.NotNull((await Row(hana, theCase))!.Value.GetProperty("followedUpAt").GetString()); // it is still open
        app.Clock.Advance(TimeSpan.FromHours(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => theCase.Customer.Post(theCase.Path + "/follow-up/answer", new { answer = "stuck" })));

        Assert.All(answers, a => Assert.Equal("waitingForUs", a.Was(200)["status"]));
        Assert.Equal(["message", "followedUp", "followUpAnswered"], (await theCase.Kinds(theCase.Customer))[^3..]);
        Assert.Equal("stuck", (await Row(hana, theCase, "ended"))?.Text("answer"));
        var listed = (await hana.Get("/api/v1/cases?mine=true")).Was(200).Json.GetProperty("cases").EnumerateArray().Single(c => c.Text("caseId") == theCase.Id);
        Assert.Equal(broken, listed.GetProperty("waitingSince").GetDateTimeOffset());
        await Patience.Until(async () => (await hana.Get("/api/v1/notices")).Was(200).Text, t => t.Contains("stillStuck", StringComparison.Ordinal) && t.Contains(theCase.Id, StringComparison.Ordinal));
        (await theCase.Customer.Post(theCase.Path + "/follow-up/answer", new { answer = "noLongerNeeded" })).Was(409);
    }

    [Theory]
    [InlineData("solvedMyself", "再起動しました")]
    [InlineData("noLongerNeeded", null)]
    public async Task Solved_without_us_or_not_needed_any_more_is_settled_and_says_how(string answer, string? how)
    {
        var (theCase, hana) = await Answered();
        (await Answer.Of(await hana.PostAsync(new Uri(theCase.Path + "/follow-up", UriKind.Relative), null, Ct))).Was(200);
        Assert.Equal("agent", (await Row(hana, theCase))?.Text("how"));

        Assert.Equal("solved", (await theCase.Customer.Post(theCase.Path + "/follow-up/answer", how is null ? new { answer } : new { answer, how })).Was(200)["status"]);

        var row = await Row(hana, theCase, "ended");
        Assert.Equal((answer, how), (row?.Text("answer"), row!.Value.TryGetProperty("solved", out var solved) ? solved.GetString() : null)); // it ended
        (await hana.Post(theCase.Path + "/follow-up")).Was(409);
        (await theCase.Customer.Post(theCase.Path + "/messages", new { text = "また出ました" })).Was(201);
        Assert.Equal("waitingForUs", await theCase.Status());
    }

    [Fact]
    public async Task A_tap_after_silence_has_closed_the_case_goes_on_where_it_stopped()
    {
        var (theCase, hana) = await Answered();
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Pass();
        (await hana.Post(theCase.Path + "/follow-up", new { text = "いかがですか。" })).Was(200);
        app.Clock.Advance(TimeSpan.FromDays(8));
        await app.Services.GetRequiredService<Madoguchi.Cases.Solving.SilenceFollower>().Pass(Ct);
        Assert.Equal("closedBySilence", await theCase.Status());
        Assert.Null(await Row(hana, theCase));

        (await theCase.Customer.Post(theCase.Path + "/follow-up/answer", new { answer = "stuck" })).Was(200);

        Assert.Equal("waitingForUs", await theCase.Status());
        Assert.Equal(["closedBySilence", "reopened", "followUpAnswered"], (await theCase.Kinds(theCase.Customer))[^3..]);
    }

    [Fact]
    public async Task Foreign_desks_and_the_other_side_have_no_part_in_it()
    {
        var (theCase, hana) = await Answered();
        var (mio, cast) = (app.As((await app.Cast()).Mio), await app.Cast());
        (await theCase.Customer.Post(theCase.Path + "/follow-up/answer", new { answer = "stuck" })).Was(409);
        (await mio.Post(theCase.Path + "/follow-up")).Was(404);
        (await theCase.Customer.Post(theCase.Path + "/follow-up")).Was(404);
        (await hana.Post(theCase.Path + "/follow-up", new { text = " " })).Was(422);
        (await hana.Post(theCase.Path + "/follow-up", new { text = "いかがですか。" })).Was(200);

        (await hana.Post(theCase.Path + "/follow-up/answer", new { answer = "stuck" })).Was(404);
        (await theCase.Customer.Post(theCase.Path + "/follow-up/answer", new { answer = "maybe" })).Was(422);
        Assert.Null(await Row(mio, theCase));
        Assert.Null(await Row(app.As(cast.Ken), theCase));
        Assert.NotNull(await Row(hana, theCase));
    }

    [Fact]
    public async Task A_follow_up_that_sends_the_customer_away_is_held_back_as_any_word()
    {
        var (theCase, hana) = await Answered();

        var held = (await hana.Post(theCase.Path + "/follow-up", new { text = "技術窓口へお電話ください。" })).Was(409);
        Assert.EndsWith("hand-over-instead", held["type"], StringComparison.Ordinal);
        Assert.DoesNotContain("followedUp", await theCase.Kinds(theCase.Customer));
        (await hana.Post(theCase.Path + "/follow-up", new { text = "技術窓口へお電話ください。", because = "お客様のご希望です" })).Was(200);

        Assert.Equal(["heldBack", "sentAnyway", "brokenOff", "followedUp"], (await theCase.Kinds(hana))[^4..]);
    }

    [Fact]
    public async Task What_needs_no_follow_up_leaves_the_list_with_a_reason_and_is_not_found_again()
    {
        var (theCase, hana) = await Answered();
        (await hana.Post(theCase.Path + "/follow-up/closure", new { reason = "お礼の言葉で終わっている" })).Was(409);
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Pass();

        (await hana.Post(theCase.Path + "/follow-up/closure", new { reason = "お礼の言葉で終わっている" })).Was(200);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await Pass();

        Assert.Null(await Row(hana, theCase));
        Assert.Equal("letBe", (await Row(hana, theCase, "ended"))?.Text("answer"));
        Assert.Equal("letBe", (await theCase.Kinds(hana))[^1]);
        Assert.DoesNotContain("letBe", await theCase.Kinds(theCase.Customer));
        Assert.Equal("waitingForCustomer", await theCase.Status());
    }

    [Fact]
    public async Task Words_stand_ready_in_the_customers_language()
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "It shows 404.", desk = Cast.Technical, name = "Yamano", language = "en" })).Was(201);

        var sent = (await app.As(cast.Ken).Post($"/api/v1/cases/{made["caseId"]}/follow-up")).Was(200);

        Assert.StartsWith("Dear Yamano,", sent["text"], StringComparison.Ordinal);
    }

    private async Task<(Opened Case, HttpClient Hana)> Answered()
    {
        var (theCase, hana) = (await Opened.At(app, Cast.Account), app.As((await app.Cast()).Hana));
        (await hana.Post(theCase.Path + "/messages", new { text = "いかがですか" })).Was(201);
        return (theCase, hana);
    }

    private async Task Visit(Opened theCase)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using (var stream = theCase.Customer.Follow(theCase.Path + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct))
        {
            Assert.True(await stream.MoveNextAsync());
            await leaving.CancelAsync();
        }

        var hana = app.As((await app.Cast()).Hana);
        await Patience.Until(async () => (await hana.Get(theCase.Path + "/presence")).Was(200).Json.GetProperty("customer").Text("state"), s => s != "connected");
    }

    private static async Task<JsonElement?> Row(HttpClient agent, Opened theCase, string list = "cases") =>
        (await agent.Get("/api/v1/broken-off")).Was(200).Json.GetProperty(list).EnumerateArray().Where(r => r.Text("caseId") == theCase.Id).Select(r => (JsonElement?)r).SingleOrDefault();

    private Task<int> Pass() => app.Services.GetRequiredService<BreakFollower>().Pass(Ct);

    public sealed class OnSqlite(SqliteApp app) : BrokenOffTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : BrokenOffTests(app), IClassFixture<PostgresApp>;
}
