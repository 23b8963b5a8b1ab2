using System.Net;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Handovers;

public abstract class TakeoverTests(App app)
{
    [Fact]
    public async Task Who_was_read_the_number_may_take_the_case_over()
    {
        var stage = await Stage.Told(app);
        (await TakeOver(stage, stage.Ken)).Was(404);
        (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(200);

        Assert.Equal(Cast.Technical, (await TakeOver(stage, stage.Ken)).Was(200)["desk"]);

        var seen = await stage.Case(stage.Hana);
        Assert.Equal((Cast.Technical, "Ken"), (seen["desk"], seen["agent"]));
        Assert.Equal(["cardOpened", "note", "takenOver"], (await stage.Kinds(stage.Hana))[^3..]);
        Assert.Equal("takenOver", (await stage.Kinds(stage.Customer))[^1]);
        Assert.DoesNotContain(await stage.Timeline(stage.Customer), e => e.ToString().Contains("電話", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_opens_the_door_for_an_hour()
    {
        var stage = await Stage.Told(app);
        (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(200);

        app.Clock.Advance(TimeSpan.FromMinutes(61));

        (await TakeOver(stage, stage.Ken)).Was(404);
    }

    [Fact]
    public async Task An_offer_to_another_desk_ends_with_it()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Billing);
        (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(200);

        (await TakeOver(stage, stage.Ken)).Was(200);

        (await stage.Case(stage.Mio)).Was(404);
        (await Stage.Accept(stage.Mio, offer)).Was(409);
        Assert.Contains("handoverWithdrawn", await stage.Kinds(stage.Ken));
    }

    [Fact]
    public async Task An_offer_to_this_desk_is_accepted_with_it()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);

        (await TakeOver(stage, stage.Ken)).Was(200);

        Assert.Equal("handoverAccepted", (await stage.Kinds(stage.Customer))[^1]);
        (await Stage.Accept(stage.Ken, offer)).Was(409);
    }

    [Fact]
    public async Task A_case_of_the_own_desk_is_there_already_and_a_desk_must_be_ones_own()
    {
        var stage = await Stage.Told(app);
        Assert.EndsWith("already-there", (await TakeOver(stage, stage.Hana)).Was(409)["type"], StringComparison.Ordinal);

        (await stage.Ken.Get($"/api/v1/customers/{stage.Number}")).Was(200);
        (await TakeOver(stage, stage.Ken, Cast.Billing)).Was(422);
        (await TakeOver(stage, stage.Sora, Cast.Billing)).Was(200);
    }

    [Fact]
    public async Task A_takeover_and_an_acceptance_at_once_leave_one_owner()
    {
        for (var round = 0; round < 5; round++)
        {
            var stage = await Stage.Told(app);
            var offer = await stage.Offered(stage.Hana, Cast.Technical);
            (await stage.Mio.Get($"/api/v1/customers/{stage.Number}")).Was(200);

            var answers = await Task.WhenAll(Stage.Accept(stage.Ken, offer), TakeOver(stage, stage.Mio));

            // The takeover comes first and ends the offer, or comes second and takes the case from the desk that accepted.
            answers[1].Was(200);
            Assert.Equal(Cast.Billing, (await stage.Case(stage.Hana))["desk"]);
            Assert.True(answers[0].Status is HttpStatusCode.OK or HttpStatusCode.Conflict);
            Assert.Equal(answers[0].Status is HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await stage.Case(stage.Ken)).Status);
        }

        Assert.Empty(app.Faults.Seen);
    }

    private static Task<Answer> TakeOver(Stage stage, HttpClient by, string? toDesk = null) =>
        by.Post($"/api/v1/cases/{stage.CaseId}/takeover", toDesk is null ? new { reason = "お電話を受けました" } : new { reason = "お電話を受けました", toDesk });

    public sealed class OnSqlite(SqliteApp app) : TakeoverTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TakeoverTests(app), IClassFixture<PostgresApp>;
}
