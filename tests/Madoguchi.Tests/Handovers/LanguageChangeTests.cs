using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Handovers;

public abstract class LanguageChangeTests(App app)
{
    [Fact]
    public async Task Two_taps_on_one_answer_are_one_answer()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.TechnicalEn);

        var taps = await Task.WhenAll(Tap(true), Tap(true));
        (await Tap(false)).Was(200);

        Assert.Equal(taps[0].Was(200)["entry"], taps[1].Was(200)["entry"]);
        Assert.Equal(2, (await stage.Kinds(stage.Customer)).Count(k => k == "languageAnswered"));

        Task<Answer> Tap(bool wait) => stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait });
    }

    [Fact]
    public async Task The_customer_is_told_before_the_language_changes()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.TechnicalEn);

        var told = (await stage.Timeline(stage.Customer))[^1];
        Assert.Equal(("languageAhead", "en", offer), (told.GetProperty("kind").ToString(), told.GetProperty("body").GetProperty("language").ToString(), told.GetProperty("body").GetProperty("handover").ToString()));

        (await Stage.Accept(stage.Robin, offer)).Was(200);
        Assert.Equal("ja", (await stage.Case(stage.Robin))["language"]);
        Assert.Equal("handoverAccepted", (await stage.Kinds(stage.Customer))[^1]);
    }

    [Fact]
    public async Task A_desk_that_speaks_the_customers_language_changes_nothing()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.Technical);

        Assert.DoesNotContain("languageAhead", await stage.Kinds(stage.Customer));
        (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait = true })).Was(404);
    }

    [Fact]
    public async Task A_region_is_no_other_language()
    {
        var stage = await Stage.Told(app, new { text = "The code never arrives.", desk = Cast.TechnicalEn, language = "en-GB" });
        await stage.Offered(stage.Robin, Cast.Technical);

        Assert.DoesNotContain("languageAhead", await stage.Kinds(stage.Customer));
    }

    [Fact]
    public async Task Who_would_rather_wait_is_taken_over_only_by_somebody_who_speaks_their_language()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.TechnicalEn);

        (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait = true })).Was(200);

        Assert.EndsWith("customer-waits-for-own-language", (await Stage.Accept(stage.Robin, offer)).Was(409)["type"], StringComparison.Ordinal);
        Assert.Single(await stage.NoticesOf(stage.Hana, "preferOwnLanguage"));
        (await Stage.Accept(stage.Sora, offer)).Was(200);
    }

    [Fact]
    public async Task The_customer_may_think_again()
    {
        var stage = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.TechnicalEn);
        foreach (var wait in new[] { true, false })
            (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait })).Was(200);

        (await Stage.Accept(stage.Robin, offer)).Was(200);
        Assert.EndsWith("handover-answered", (await stage.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait = true })).Was(409)["type"], StringComparison.Ordinal);
        Assert.Equal(2, (await stage.Kinds(stage.Customer)).Count(k => k == "languageAnswered"));
    }

    [Fact]
    public async Task Nobody_answers_for_the_customer()
    {
        var stage = await Stage.Told(app);
        var other = await Stage.Told(app);
        var offer = await stage.Offered(stage.Hana, Cast.TechnicalEn);

        (await stage.Hana.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait = true })).Was(404);
        (await other.Customer.Post($"/api/v1/cases/{stage.CaseId}/handovers/{offer}/language", new { wait = true })).Was(404);
        (await other.Customer.Post($"/api/v1/cases/{other.CaseId}/handovers/{offer}/language", new { wait = true })).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : LanguageChangeTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LanguageChangeTests(app), IClassFixture<PostgresApp>;
}
