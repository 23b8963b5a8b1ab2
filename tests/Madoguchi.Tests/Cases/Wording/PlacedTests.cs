using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

/// <summary>A story without a desk: placed where it clearly belongs, else at the reception with a proposal.</summary>
public abstract class PlacedTests(App app)
{
    private static readonly string[] Money = ["引き落とし", "請求", "invoice"];
    private static readonly string[] Both = ["サインイン", "パスワード"];
    private static readonly string[] Network = ["ルーター", "router"];

    [Fact]
    public async Task A_clear_story_goes_to_its_desk_and_says_inside_why()
    {
        var cast = await Set();

        var (id, customer) = await Tell("先月の引き落としが2回あります。");

        var inside = (await app.As(cast.Mio).Get($"/api/v1/cases/{id}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["message", "placed"], inside.Select(e => e.Text("kind")));
        Assert.Equal(Cast.Billing, inside[1].GetProperty("body").GetProperty("desk").Text("slug"));
        Assert.Equal(["引き落とし"], inside[1].GetProperty("body").GetProperty("fits").EnumerateArray().Select(f => f.GetString()));
        Assert.DoesNotContain("placed", (await customer.Get($"/api/v1/cases/{id}/timeline")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unclear_story_stays_at_the_reception_which_sees_the_best_guess_and_hands_over_with_one_click()
    {
        var cast = await Set();
        var (id, _) = await Tell("ルーターの請求のことで、請求書もルーターも分かりません。");
        using var hana = await app.SignedIn(cast.Hana);

        var page = (await hana.Open($"/desk/cases/{id}?lang=ja")).Was(200).Text;
        Assert.Contains("合いそうな窓口", page, StringComparison.Ordinal);
        Assert.DoesNotContain("placed", string.Join(' ', await Kinds(cast.Hana, id)), StringComparison.Ordinal);
        (await hana.Send($"/desk/cases/{id}/handover", new { toDesk = Cast.Billing, reason = "「請求」のこと(受付から)", key = "p1" })).Was(302);

        Assert.DoesNotContain("合いそうな窓口", (await hana.Open($"/desk/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("handoverOffered", await Kinds(cast.Hana, id));
    }

    [Fact]
    public async Task What_the_reception_itself_does_best_stays_with_it()
    {
        var cast = await Set();
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Account}", new { words = Both })).Was(200);
        var (id, _) = await Tell("サインインとパスワードと、請求のことです。", Cast.Account);
        using var hana = await app.SignedIn(cast.Hana);

        Assert.DoesNotContain("合いそうな窓口", (await hana.Open($"/desk/cases/{id}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Account}", new { words = Array.Empty<string>() })).Was(200);
        Assert.Contains("合いそうな窓口", (await hana.Open($"/desk/cases/{id}?lang=ja")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_was_chosen_stays_chosen_and_an_unknown_language_waits_for_people()
    {
        var cast = await Set();

        Assert.Equal(["message"], await Kinds(cast.Hana, (await Tell("引き落としのことです。", Cast.Account)).Id));
        Assert.Equal(["message"], await Kinds(cast.Hana, (await Tell("The invoice is wrong.", language: "fr")).Id));
        Assert.Equal(["message"], await Kinds(cast.Hana, (await Tell("こんにちは。")).Id));
    }

    private async Task<Cast> Set()
    {
        var cast = await app.Cast();
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Billing}", new { words = Money })).Was(200);
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Technical}", new { words = Network })).Was(200);
        return cast;
    }

    private async Task<(string Id, HttpClient Customer)> Tell(string text, string? desk = null, string language = "ja")
    {
        var made = (await app.Anonymous.Post("/api/v1/contacts", desk is null ? new { text, language } : new { text, language, desk })).Was(201);
        return (made["caseId"], app.WithToken(made["token"]));
    }

    private async Task<string[]> Kinds(Player agent, string id) =>
        [.. (await app.As(agent).Get($"/api/v1/cases/{id}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e => e.Text("kind"))];

    public sealed class OnSqlite(SqliteApp app) : PlacedTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PlacedTests(app), IClassFixture<PostgresApp>;
}
