using System.Net;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Handovers;

public abstract class HandoverTests(App app)
{
    [Fact]
    public async Task An_offer_carries_the_brief_and_moves_nothing()
    {
        var stage = await Stage.Told(app);
        (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "再起動は試しました。" })).Was(201);

        var brief = (await stage.Offer(stage.Hana, Cast.Technical)).Was(201).Json.GetProperty("brief");

        Assert.Equal(Stage.Words, brief.GetProperty("problem").ToString());
        Assert.Equal("再起動は試しました。", brief.GetProperty("words")[0].GetProperty("text").ToString());
        Assert.Contains(brief.GetProperty("facts").EnumerateArray(), f => f.GetProperty("key").ToString() == "model" && f.GetProperty("value").ToString() == "GX-200");
        Assert.Equal("ja", brief.GetProperty("language").ToString());
        Assert.Equal(Cast.Account, (await stage.Case(stage.Hana))["desk"]);
        Assert.Equal(Cast.Account, (await stage.Case(stage.Ken)).Was(200)["desk"]);
    }

    [Fact]
    public async Task Before_the_offer_the_other_desk_sees_nothing()
    {
        var stage = await Stage.Told(app);

        (await stage.Case(stage.Ken)).Was(404);
        (await stage.Offer(stage.Ken, Cast.Account)).Was(404);
    }

    [Fact]
    public async Task A_second_offer_waits_for_the_first()
    {
        var stage = await Stage.Told(app);
        await stage.Offered(stage.Hana, Cast.Technical);

        Assert.EndsWith("handover-pending", (await stage.Offer(stage.Hana, Cast.Billing)).Was(409)["type"], StringComparison.Ordinal);
        (await stage.Offer(stage.Ken, Cast.Billing)).Was(403);
    }

    [Theory]
    [InlineData(Cast.Account)]
    [InlineData("nowhere")]
    public async Task An_offer_goes_to_another_desk_that_exists(string desk)
    {
        var stage = await Stage.Told(app);

        Assert.True((await stage.Offer(stage.Hana, desk)).Was(422).Json.GetProperty("errors").TryGetProperty("/toDesk", out _));
    }

    [Fact]
    public async Task Accepting_moves_the_case_and_the_giver_keeps_reading()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);

        (await Stage.Accept(stage.Ken, offer)).Was(200);

        var seen = await stage.Case(stage.Hana);
        Assert.Equal((Cast.Technical, "Ken", "waitingForUs"), (seen["desk"], seen["agent"], seen["status"]));
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "まだ私が答えます" })).Was(403);
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/notes", new { text = "補足です" })).Was(201);
        (await stage.Ken.Post($"/api/v1/cases/{stage.CaseId}/messages", new { text = "技術窓口の Ken です" })).Was(201);
    }

    [Fact]
    public async Task The_customer_reads_one_line_and_no_reason()
    {
        var stage = await Stage.Told(app);
        (await Stage.Return(stage.Ken, await stage.Offered(stage.Hana, Cast.Technical), "ひみつの理由")).Was(200);
        (await Stage.Withdraw(stage.Hana, await stage.Offered(stage.Hana, Cast.Billing))).Was(200);
        (await Stage.Accept(stage.Ken, await stage.Offered(stage.Hana, Cast.Technical))).Was(200);

        var customers = await stage.Timeline(stage.Customer);
        Assert.Single(customers, e => e.GetProperty("kind").ToString().StartsWith("handover", StringComparison.Ordinal));
        Assert.Equal("handoverAccepted", customers[^1].GetProperty("kind").ToString());
        Assert.DoesNotContain(customers, e => e.ToString().Contains("理由", StringComparison.Ordinal) || e.ToString().Contains("認証基盤", StringComparison.Ordinal) || e.ToString().Contains("rang", StringComparison.Ordinal));
        Assert.Equal(["handoverOffered", "handoverReturned", "handoverOffered", "rang", "handoverWithdrawn", "handoverOffered", "rang", "handoverAccepted"],
            (await stage.Kinds(stage.Hana)).Where(k => k.StartsWith("handover", StringComparison.Ordinal) || k == "rang"));
    }

    [Fact]
    public async Task A_returned_offer_goes_back_with_its_reason_and_the_other_desk_no_longer_reads()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);

        (await Stage.Return(stage.Ken, offer)).Was(200);

        (await stage.Case(stage.Ken)).Was(404);
        Assert.Equal(Cast.Account, (await stage.Case(stage.Hana))["desk"]);
        var returned = (await stage.Timeline(stage.Hana)).Single(e => e.GetProperty("kind").ToString() == "handoverReturned");
        Assert.Equal("アカウント側の設定です", returned.GetProperty("body").GetProperty("reason").ToString());
        Assert.Single(await stage.NoticesOf(stage.Hana, "returned"));
        var again = (await stage.Offer(stage.Hana, Cast.Billing)).Was(201).Json.GetProperty("brief").GetProperty("handovers")[0];
        Assert.Equal(("returned", "アカウント側の設定です"), (again.GetProperty("state").ToString(), again.GetProperty("answer").ToString()));
    }

    [Fact]
    public async Task A_desk_that_once_owned_keeps_reading_after_its_return()
    {
        var stage = await Stage.Told(app);
        (await Stage.Accept(stage.Ken, await stage.Offered(stage.Hana, Cast.Technical))).Was(200);

        (await Stage.Return(stage.Hana, await stage.Offered(stage.Ken, Cast.Account))).Was(200);

        Assert.Equal(Cast.Technical, (await stage.Case(stage.Hana)).Was(200)["desk"]);
    }

    [Fact]
    public async Task A_withdrawn_offer_is_gone_for_the_other_desk()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);
        (await Stage.Withdraw(stage.Ken, offer)).Was(403);

        (await Stage.Withdraw(stage.Hana, offer)).Was(200);

        (await stage.Case(stage.Ken)).Was(404);
        Assert.EndsWith("handover-answered", (await Stage.Accept(stage.Ken, offer)).Was(409)["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_is_nothing_to_a_third_desk_to_the_customer_and_to_nobody()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);

        (await Stage.Accept(stage.Mio, offer)).Was(404);
        (await Stage.Return(stage.Mio, offer)).Was(404);
        (await Stage.Withdraw(stage.Mio, offer)).Was(404);
        (await Stage.Accept(stage.Customer, offer)).Was(404);
        (await Stage.Accept(stage.Ken, Guid.CreateVersion7().ToString())).Was(404);
        (await Stage.Accept(stage.Hana, offer)).Was(403);
        (await Stage.Accept(app.Anonymous, offer)).Was(401);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_gets_the_first_answer()
    {
        var stage = await Stage.Told(app);
        var first = (await stage.Offer(stage.Hana, Cast.Technical, key: "o-1")).Was(201);
        Assert.Equal(first.Text, (await stage.Offer(stage.Hana, Cast.Technical, key: "o-1")).Was(201).Text);

        var accepted = (await Stage.Accept(stage.Ken, first["handoverId"], "a-1")).Was(200);
        Assert.Equal(accepted.Text, (await Stage.Accept(stage.Ken, first["handoverId"], "a-1")).Was(200).Text);
        Assert.EndsWith("handover-answered", (await Stage.Accept(stage.Ken, first["handoverId"])).Was(409)["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_answers_at_once_exactly_one_counts()
    {
        var stage = await Stage.Told(app);
        for (var round = 0; round < 5; round++)
        {
            var offer = await stage.Offered(stage.Hana, Cast.Technical);

            var answers = await Task.WhenAll(Stage.Accept(stage.Ken, offer), Stage.Accept(stage.Sora, offer), Stage.Withdraw(stage.Hana, offer), Stage.Return(stage.Ken, offer));

            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Conflict));
            if ((await stage.Case(stage.Sora))["desk"] == Cast.Technical)
                (await Stage.Accept(stage.Hana, await stage.Offered(stage.Sora, Cast.Account))).Was(200);
        }

        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task Of_two_offers_at_once_one_counts()
    {
        var stage = await Stage.Told(app);

        var offers = await Task.WhenAll(stage.Offer(stage.Hana, Cast.Technical), stage.Offer(stage.Sora, Cast.Billing), stage.Offer(stage.Hana, Cast.TechnicalEn));

        Assert.Single(offers, o => o.Status == HttpStatusCode.Created);
        Assert.Equal(2, offers.Count(o => o.Status == HttpStatusCode.Conflict));
    }

    public sealed class OnSqlite(SqliteApp app) : HandoverTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HandoverTests(app), IClassFixture<PostgresApp>;
}
