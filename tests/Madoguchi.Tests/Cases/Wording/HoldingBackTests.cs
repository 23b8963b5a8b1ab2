using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

public abstract class HoldingBackTests(App app)
{
    private const string Away = "お支払いのことは、0120-000-000 へおかけ直しください。";
    private static readonly string[] Words = ["引き落とし", "お支払い", "請求"];
    private static readonly string[] Own = ["0120-555-100"];
    private static readonly string[] Theirs = ["03-5555-0300"];

    [Fact]
    public async Task A_reply_that_sends_the_customer_away_is_held_back_with_the_fitting_desk()
    {
        var (cast, told) = await Set();

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away })).Was(409);

        Assert.EndsWith("hand-over-instead", refused["type"], StringComparison.Ordinal);
        Assert.Equal(Cast.Billing, refused["desk"]);
        Assert.Contains("0120-000-000", refused.Json.GetProperty("noticed").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal(["お支払い"], refused.Json.GetProperty("fits").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal(["message", "heldBack"], await told.Kinds(app.As(cast.Hana)));
        Assert.Equal(["message"], await told.Kinds(told.Customer));
        Assert.DoesNotContain("0120-000-000", (await told.Customer.Get(told.Case)).Text, StringComparison.Ordinal);
        Assert.Equal("new", await told.Status());
    }

    [Fact]
    public async Task The_attempt_and_the_reason_are_on_record_inside_and_nowhere_else()
    {
        var (cast, told) = await Set();
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away })).Was(409);

        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away, because = "お客様がこの番号をお尋ねでした" })).Was(201);

        var inside = await told.Entries(app.As(cast.Hana));
        Assert.Equal(["message", "heldBack", "sentAnyway", "message"], inside.Select(e => e.Text("kind")));
        Assert.Equal(Cast.Billing, inside[1].GetProperty("body").GetProperty("desk").Text("slug"));
        Assert.Equal("お客様がこの番号をお尋ねでした", inside[2].GetProperty("body").Text("because"));
        var seen = (await told.Customer.Get($"{told.Case}/timeline")).Was(200);
        Assert.DoesNotContain("お尋ねでした", seen.Text, StringComparison.Ordinal);
        Assert.Equal(["message", "message"], await told.Kinds(told.Customer));
    }

    [Fact]
    public async Task A_repeated_click_is_one_attempt_and_the_key_is_still_good_for_other_words()
    {
        var (cast, told) = await Set();

        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away }, "key-1"))))
            answer.Was(409);
        Assert.Single(await told.Kinds(app.As(cast.Hana)), "heldBack");
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "こちらでお調べします。" }, "key-1")).Was(201);

        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away })).Was(409);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away })).Was(409);
        Assert.Equal(3, (await told.Kinds(app.As(cast.Hana))).Count(k => k == "heldBack"));
    }

    [Fact]
    public async Task A_reason_for_harmless_words_is_not_counted()
    {
        var (cast, told) = await Set();

        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "いま確かめています。", because = "念のため" })).Was(201);

        Assert.DoesNotContain("sentAnyway", await told.Kinds(app.As(cast.Hana)));
    }

    [Fact]
    public async Task The_desks_own_number_the_customers_and_those_in_facts_are_fine_and_another_desks_is_not()
    {
        var (cast, told) = await Set();
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Technical}", new { phones = Theirs })).Was(200);
        (await told.Customer.Put($"{told.Case}/facts/phone", new { value = "０９０ー１２３４ー５６７８" })).Was(200);
        (await told.Customer.Put($"{told.Case}/facts/shop", new { value = "購入店は 045-555-0199 です" })).Was(200);

        foreach (var fine in new[] { "続きは 0120-555-100 で私が承ります。", "+81 90-1234-5678 に折り返しのお電話をします。", "お店の 045-555-0199 に確かめました。" })
            (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = fine })).Was(201);
        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "03-5555-0300 です。" })).Was(409);

        Assert.Equal(Cast.Technical, refused["desk"]);
    }

    [Fact]
    public async Task A_proposed_solution_is_read_the_same_way_and_what_the_customer_writes_is_not_read()
    {
        var (cast, told) = await Set();
        var outcome = "解約は解約専用ダイヤルへお電話ください。";

        (await app.As(cast.Hana).Post($"{told.Case}/solution", new { outcome })).Was(409);
        Assert.Equal("new", await told.Status());
        (await app.As(cast.Hana).Post($"{told.Case}/solution", new { outcome, because = "解約だけは先方でしかできない" })).Was(200);
        (await told.Customer.Post($"{told.Case}/messages", new { text = Away })).Was(201);

        Assert.Equal(["message", "heldBack", "sentAnyway", "solutionProposed", "message"], await told.Kinds(app.As(cast.Hana)));
    }

    [Fact]
    public async Task Without_a_fitting_desk_none_is_named_and_another_desks_agent_still_hears_that_it_is_not_theirs()
    {
        var cast = await app.Cast();
        var told = await Told.Story(app, desk: Cast.TechnicalEn, language: "en");

        var refused = (await app.As(cast.Robin).Post($"{told.Case}/messages", new { text = "You will have to ask the manufacturer." })).Was(409);

        Assert.False(refused.Json.TryGetProperty("desk", out _));
        (await told.Customer.Post($"{told.Case}/messages", new { text = "Oh." })).Was(201);
        await told.LetRead(cast.Mio, Cast.Billing);
        (await app.As(cast.Mio).Post($"{told.Case}/messages", new { text = Away })).Was(403);
        Assert.Single(await told.Kinds(app.As(cast.Robin)), "heldBack");
        Assert.Empty(app.Faults.Seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_reason_has_words(string because)
    {
        var (cast, told) = await Set();
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away, because })).Was(422);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Away, because = new string('x', 501) })).Was(422);
    }

    private async Task<(Cast Cast, Told Told)> Set()
    {
        var cast = await app.Cast();
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Billing}", new { words = Words })).Was(200);
        (await app.Admin.Patch($"/api/v1/desks/{Cast.Account}", new { phones = Own })).Was(200);
        return (cast, await Told.Story(app));
    }

    public sealed class OnSqlite(SqliteApp app) : HoldingBackTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : HoldingBackTests(app), IClassFixture<PostgresApp>;
}
