using Madoguchi.Tests.Handovers;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>Taking a call with plain forms, without scripts.</summary>
public abstract class CallingTests(App app)
{
    [Fact]
    public async Task A_story_and_nothing_else_is_enough_and_a_double_click_is_one_call()
    {
        using var hana = await app.SignedIn((await app.Cast()).Hana);
        await hana.Open("/desk/calls/new");

        var first = (await hana.Send("/desk/calls", new { text = "昨日から点きません。", key = "k1" })).Was(302);
        var again = (await hana.Send("/desk/calls", new { text = "昨日から点きません。", key = "k1" })).Was(302);

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Contains("class=\"number\"", (await hana.Open(first.Headers.Location!.ToString())).Was(200).Text, StringComparison.Ordinal); // a redirect has one
        var entries = (await hana.Open($"/desk/cases/{first.Headers.Location.ToString().Split('/')[^1]}")).Was(200).Text;
        Assert.Contains("昨日から点きません。", entries, StringComparison.Ordinal);
        Assert.Contains("Hanaが書き留めました", entries, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_is_found_by_telephone_and_the_story_typed_so_far_stays()
    {
        var stage = await Stage.Told(app, new { text = Stage.Words, desk = Cast.Account, name = "川辺 光", phone = "03-5555-0142", facts = new { model = "GX-200" } });
        using var hana = await app.SignedIn(stage.Cast.Hana);
        await hana.Open("/desk/calls/new");

        var found = (await hana.Send("/desk/calls/caller", new { text = "半分まで", q = "０３５５５５０１４２" })).Was(200).Text;
        Assert.Contains("川辺 光", found, StringComparison.Ordinal);
        Assert.Contains("半分まで", found, StringComparison.Ordinal);
        var picked = (await hana.Send("/desk/calls/caller", new { text = "半分まで", pick = stage.Number })).Was(200).Text;
        Assert.Contains("GX-200", picked, StringComparison.Ordinal);
        Assert.Contains("半分まで", picked, StringComparison.Ordinal);
        (await hana.Send("/desk/calls", new { text = "別のことで", number = stage.Number, key = "p1" })).Was(302);

        Assert.Equal(2, (await stage.Hana.Get($"/api/v1/customers/{stage.Number}")).Json.GetProperty("cases").GetArrayLength());
    }

    [Fact]
    public async Task A_number_read_out_shows_the_brief_on_record_and_one_press_takes_the_case_over()
    {
        var stage = await Stage.Told(app);
        using var ken = await app.SignedIn(stage.Cast.Ken);
        await ken.Open("/desk/calls/new");

        var card = (await ken.Send("/desk/calls/caller", new { q = stage.Number.ToLowerInvariant() })).Was(200).Text;
        Assert.Contains(Stage.Words, card, StringComparison.Ordinal);
        Assert.Contains("cardOpened", await stage.Kinds(stage.Hana));
        var gone = (await ken.Send("/desk/calls", new { number = stage.Number, caseId = stage.CaseId, key = "t1" })).Was(302);

        Assert.Equal($"/desk/cases/{stage.CaseId}", gone.Headers.Location?.ToString());
        Assert.Equal((Cast.Technical, "Ken"), ((await stage.Case(stage.Ken))["desk"], (await stage.Case(stage.Ken))["agent"]));
        Assert.DoesNotContain("callTaken", await stage.Kinds(stage.Ken)); // nothing was said that is new
    }

    [Fact]
    public async Task A_case_at_ones_own_desk_goes_on_with_what_is_told()
    {
        var stage = await Stage.Told(app);
        using var hana = await app.SignedIn(stage.Cast.Hana);
        await hana.Open("/desk/calls/new");

        (await hana.Send("/desk/calls", new { text = "今朝も同じでした。", phone = "03-5555-0199", number = stage.Number, caseId = stage.CaseId, key = "g1" })).Was(302);

        Assert.Equal(["callTaken", "fact"], (await stage.Kinds(stage.Customer))[^2..]);
        Assert.Equal(Cast.Account, (await stage.Case(stage.Hana))["desk"]);
    }

    [Fact]
    public async Task Half_a_call_is_there_again_until_it_is_written_down()
    {
        using var ken = await app.SignedIn((await app.Cast()).Ken);
        await ken.Open("/desk/calls/new");

        (await ken.Send("/desk/calls/draft", new { text = "途中まで聞いた話", name = "試し 陽" })).Was(204);
        var again = (await ken.Open("/desk/calls/new")).Was(200).Text;
        Assert.Contains("途中まで聞いた話", again, StringComparison.Ordinal);
        Assert.Contains("試し 陽", again, StringComparison.Ordinal);
        (await ken.Send("/desk/calls", new { text = "ほかの電話", key = "d1" })).Was(302);
        Assert.Contains("途中まで聞いた話", (await ken.Open("/desk/calls/new")).Text, StringComparison.Ordinal);
        (await ken.Send("/desk/calls", new { text = "途中まで聞いた話を最後まで", key = "d2" })).Was(302);

        Assert.DoesNotContain("途中まで", (await ken.Open("/desk/calls/new")).Text, StringComparison.Ordinal);
        Assert.Empty((await app.As((await app.Cast()).Ken).Get("/api/v1/calls/draft")).Was(200).Json.GetProperty("typed").EnumerateObject());
    }

    [Fact]
    public async Task What_is_not_right_is_said_and_the_words_are_still_there()
    {
        var stage = await Stage.Told(app);
        var slip = stage.Number[..^1] + (stage.Number[^1] == '0' ? '1' : '0');
        using var hana = await app.SignedIn(stage.Cast.Hana);
        await hana.Open("/desk/calls/new");

        Assert.Contains("一文字ずつ", (await hana.Send("/desk/calls/caller", new { text = "消えない", q = slip })).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("消えない", (await hana.Send("/desk/calls", new { text = "消えない", number = slip, key = "w1" })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("消えない", (await hana.Send("/desk/calls", new { text = "消えない", phone = "わからない", key = "w2" })).Was(422).Text, StringComparison.Ordinal);
        (await hana.Send("/desk/calls", new { text = "", key = "w3" })).Was(422);
        (await hana.SendWithout("/desk/calls", new { text = "よそから", key = "w4" })).Was(400);
    }

    [Fact]
    public async Task A_link_from_elsewhere_opens_no_card_until_the_agent_says_so()
    {
        var stage = await Stage.Told(app);
        using var mio = await app.SignedIn(stage.Cast.Mio);

        Assert.DoesNotContain(Stage.Words, (await mio.Open($"/desk/customers/{stage.Number}")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cardOpened", await stage.Kinds(stage.Hana));

        Assert.Contains(Stage.Words, (await mio.Send($"/desk/customers/{stage.Number}")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("cardOpened", await stage.Kinds(stage.Hana));
        mio.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Contains(Stage.Words, (await mio.Open($"/desk/customers/{stage.Number}")).Was(200).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : CallingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CallingTests(app), IClassFixture<PostgresApp>;
}
