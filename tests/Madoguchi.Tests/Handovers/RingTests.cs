using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Handovers;

public abstract class RingTests(App app)
{
    [Fact]
    public async Task An_offer_rings_at_the_other_desk()
    {
        var stage = await Stage.Told(app);
        await stage.Offered(stage.Hana, Cast.Technical);

        var notice = Assert.Single(await stage.NoticesOf(stage.Ken, "offered"));
        Assert.False(notice.TryGetProperty("seenAt", out _));
        Assert.Empty(await stage.Notices(stage.Mio));
        Assert.Empty(await stage.Notices(stage.Hana));

        var unseen = (await stage.Ken.Get("/api/v1/notices")).Json.GetProperty("unseen").GetInt32();
        (await stage.Mio.Post($"/api/v1/notices/{notice.GetProperty("noticeId")}/seen")).Was(404);
        (await stage.Ken.Post($"/api/v1/notices/{notice.GetProperty("noticeId")}/seen")).Was(200);
        Assert.Equal(unseen - 1, (await stage.Ken.Get("/api/v1/notices")).Json.GetProperty("unseen").GetInt32());
        Assert.True((await stage.Notices(stage.Ken))[0].TryGetProperty("seenAt", out _));
    }

    [Fact]
    public async Task The_second_offer_of_a_case_rings_the_supervisor()
    {
        var stage = await Stage.Told(app);
        (await Stage.Return(stage.Ken, await stage.Offered(stage.Hana, Cast.Technical))).Was(200);
        Assert.DoesNotContain("rang", await stage.Kinds(stage.Hana));

        await stage.Offered(stage.Hana, Cast.Billing);

        Assert.Single(await stage.NoticesOf(stage.Sora, "secondOffer"));
        Assert.Equal("secondOffer", (await stage.Timeline(stage.Hana)).Single(e => e.GetProperty("kind").ToString() == "rang").GetProperty("body").GetProperty("why").ToString());
        Assert.DoesNotContain("rang", await stage.Kinds(stage.Customer));
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_rings_both_desks_and_their_supervisor_once()
    {
        var (silent, answered) = (await Stage.Told(app), await Stage.Told(app));
        await silent.Offered(silent.Hana, Cast.Technical);
        (await Stage.Withdraw(answered.Hana, await answered.Offered(answered.Hana, Cast.Technical))).Was(200);

        app.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Single(await silent.NoticesOf(silent.Ken, "unanswered"));
        Assert.Single(await silent.NoticesOf(silent.Hana, "unanswered"));
        Assert.Single(await silent.NoticesOf(silent.Sora, "unanswered"));
        Assert.Equal("rang", (await silent.Kinds(silent.Hana))[^1]);
        Assert.DoesNotContain("rang", await answered.Kinds(answered.Hana));
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task A_notice_names_the_case_only_as_long_as_it_may_be_seen()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);
        Assert.True((await stage.NoticesOf(stage.Ken, "offered"))[0].TryGetProperty("subject", out _));

        (await Stage.Withdraw(stage.Hana, offer)).Was(200);

        Assert.False((await stage.Notices(stage.Ken))[0].TryGetProperty("subject", out _));
    }

    [Fact]
    public async Task An_answer_by_anybody_quiets_the_rings_of_the_offer_for_all()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);
        await stage.NoticesOf(stage.Ken, "offered");
        await stage.NoticesOf(stage.Sora, "offered");

        (await Stage.Accept(stage.Ken, offer)).Was(200);

        await Patience.Until(() => stage.Notices(stage.Sora), all => all.All(n => n.TryGetProperty("seenAt", out _)));
        await Patience.Until(() => stage.Notices(stage.Ken), all => all.All(n => n.TryGetProperty("seenAt", out _)));
    }

    [Fact]
    public async Task Solved_while_another_desk_thinks_about_it_ends_the_offer_on_the_record()
    {
        var stage = await Stage.Told(app);
        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/solution", new { outcome = "入れ直し" })).Was(200);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);
        await stage.NoticesOf(stage.Ken, "offered");

        (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/solution/answer", new { solved = true })).Was(200);

        Assert.Equal(["solutionAnswered", "handoverWithdrawn"], (await stage.Kinds(stage.Hana))[^2..]);
        (await Stage.Accept(stage.Ken, offer)).Was(409);
        Assert.Equal(0, (await stage.Ken.Get("/api/v1/cases?queue=offered")).Was(200).Json.GetProperty("cases").EnumerateArray().Count(c => c.GetProperty("caseId").ToString() == stage.CaseId));
        await Patience.Until(() => stage.Notices(stage.Ken), all => all.All(n => n.TryGetProperty("seenAt", out _)));
    }

    public sealed class OnSqlite(SqliteApp app) : RingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : RingTests(app), IClassFixture<PostgresApp>;
}
