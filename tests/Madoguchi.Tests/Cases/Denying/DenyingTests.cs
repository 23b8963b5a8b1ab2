using Madoguchi.Cases.Denying;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Denying;

/// <summary>No denial without a finding: what goes out, what does not, and what the answer says.</summary>
public abstract class DenyingTests(App app)
{
    private const string Denial = "登録がなければ特典はお渡しできません。";
    private static readonly string[] Measures = ["heldForProof", "declinedWithProof", "notADenial"];
    private static readonly string[] Terms = ["reward-terms"];
    private static readonly string[] Nowhere = ["nowhere"];
    private static readonly string[] NoDice = ["no dice"];
    private static readonly string[] Beeped = ["it beeped"];
    private static readonly string[] Harmless = ["sorry…no dice"];
    private static readonly string[] Kinds = ["declines", "saysHappened", "noDenial"];
    private const string Neutral = "いま確かめています。";

    [Fact]
    public async Task A_reply_that_says_no_by_its_wording_alone_is_held_back_once_a_click_and_says_what_would_do()
    {
        var (cast, told) = await Set();

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial }, "key-1")).Was(409);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial }, "key-1")).Was(409);

        Assert.EndsWith(":finding-needed", refused["type"], StringComparison.Ordinal);
        Assert.Equal("proof", refused["reason"]);
        Assert.False(refused.Json.GetProperty("disputed").GetBoolean());
        Assert.Equal(["finding", "article"], Texts(refused, "wouldDo"));
        Assert.Contains("特典はお渡しできません", Assert.Single(Texts(refused, "noticed")), StringComparison.Ordinal);
        Assert.StartsWith($"/desk/cases/{told.CaseId}/proof?at=", refused["check"], StringComparison.Ordinal);
        Assert.Equal(["message", "heldForProof"], await told.Kinds(app.As(cast.Hana)));
        Assert.Equal(["message"], await told.Kinds(told.Customer));
        Assert.DoesNotContain("お渡し", (await told.Customer.Get(told.Case)).Text, StringComparison.Ordinal);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Neutral }, "key-1")).Was(201);
        (await told.Customer.Post($"{told.Case}/messages", new { text = Denial })).Was(201);
    }

    [Fact]
    public async Task What_only_the_agent_calls_a_denial_is_one_and_no_reason_lets_it_go()
    {
        var (cast, told) = await Set();

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Neutral, declines = true, because = "急ぎ" })).Was(409);

        Assert.Equal("proof", refused["reason"]);
        Assert.True(refused.Json.GetProperty("marked").GetBoolean());
        Assert.Empty(Texts(refused, "noticed"));
    }

    [Fact]
    public async Task What_is_no_denial_goes_out_for_a_reason_that_stays_inside()
    {
        var (cast, told) = await Set();

        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, declines = false })).Was(409);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, because = "規約の引用" })).Was(409);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, declines = false, because = " " })).Was(422);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, declines = false, because = "規約の引用" })).Was(201);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Neutral, declines = false, because = "念のため" })).Was(201);

        Assert.Equal(["message", "heldForProof", "heldForProof", "notADenial", "message", "message"], await told.Kinds(app.As(cast.Hana)));
        Assert.Equal("規約の引用", (await told.Entries(app.As(cast.Hana)))[3].GetProperty("body").Text("because"));
        Assert.DoesNotContain("引用", (await told.Customer.Get($"{told.Case}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_disputed_an_article_or_a_finding_serves()
    {
        var (cast, told) = await Set();
        await Article("reward-terms");
        var finding = await told.Finds(Verdict.Contradicted);

        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, articles = Terms })).Was(201);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { finding } })).Was(201);

        Assert.Equal(["message", "declined", "message", "declined", "message"], await told.Kinds(app.As(cast.Hana)));
        Assert.Equal(["message", "message", "message"], await told.Kinds(told.Customer));
    }

    [Fact]
    public async Task Where_the_customer_says_that_something_happened_only_a_finding_counts()
    {
        var (cast, told) = await Set("登録完了と表示されたのに、特典が届きません。");
        await Article("reward-terms");

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, articles = Terms })).Was(409);
        Assert.Equal("finding", refused["reason"]);
        Assert.Equal(["finding"], Texts(refused, "wouldDo"));
        Assert.Equal(["words"], Texts(refused, "disputedBy"));
        Assert.NotEmpty(Texts(refused, "said"));

        var confirmed = await told.Finds(Verdict.Confirmed);
        refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial })).Was(409);
        Assert.Equal([confirmed], refused.Json.GetProperty("findings").EnumerateArray().Select(f => f.Text("findingId")));
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { await told.Finds(Verdict.Contradicted) } })).Was(201);
    }

    [Fact]
    public async Task Silent_records_count_only_with_the_answer_of_the_technical_desk()
    {
        var (cast, told) = await Set("お金を払ったのに、使えません。");
        var silent = await told.Finds(Verdict.NotInLogs);
        await told.Answers(withdrawn: true);

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { silent } })).Was(409);
        Assert.Equal("technicalAnswer", refused["reason"]);
        Assert.Equal(["finding", "technicalAnswer"], Texts(refused, "wouldDo"));

        await told.Answers();
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { silent } })).Was(201);
    }

    [Fact]
    public async Task What_the_customer_gave_and_what_an_agent_understood_make_it_disputed()
    {
        var (cast, told) = await Set();
        await Article("reward-terms");
        var denial = new { text = Denial, articles = Terms };
        (await app.As(cast.Hana).Post($"{told.Case}/messages", denial)).Was(201);

        (await told.Customer.PostFile($"{told.Case}/attachments", "a.txt", "complete"u8.ToArray())).Was(201);
        Assert.Equal(["evidence"], Texts((await app.As(cast.Hana).Post($"{told.Case}/messages", denial)).Was(409), "disputedBy"));

        var (_, other) = await Set();
        Assert.Equal((await app.As(cast.Hana).Put($"{other.Case}/dispute", new { })).Was(200)["entry"], (await app.As(cast.Hana).Put($"{other.Case}/dispute", new { })).Was(200)["entry"]);
        Assert.Equal(["agent"], Texts((await app.As(cast.Hana).Post($"{other.Case}/messages", denial)).Was(409), "disputedBy"));
        Assert.Equal(["message"], await other.Kinds(other.Customer));
    }

    [Fact]
    public async Task A_citation_is_of_this_case_and_there()
    {
        var (cast, told) = await Set();
        var (_, other) = await Set();
        var foreign = await other.Finds(Verdict.Contradicted);

        Assert.Contains("/cites/0", (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { foreign } })).Was(422).Text, StringComparison.Ordinal);
        Assert.Contains("/articles/0", (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = Neutral, articles = Nowhere })).Was(422).Text, StringComparison.Ordinal);
        Assert.Equal(["message"], await told.Kinds(app.As(cast.Hana)));
    }

    [Fact]
    public async Task Every_word_that_a_customer_will_read_passes_the_same_gate()
    {
        var (cast, told) = await Set();
        var finding = await told.Finds(Verdict.Contradicted);
        var hana = app.As(cast.Hana);

        Assert.EndsWith("finding-needed", (await hana.Post($"{told.Case}/solution", new { outcome = Denial })).Was(409)["type"], StringComparison.Ordinal);
        Assert.EndsWith("finding-needed", (await hana.Post($"{told.Case}/follow-up", new { text = Denial })).Was(409)["type"], StringComparison.Ordinal);
        Assert.EndsWith("finding-needed", (await hana.Post($"{told.Case}/messages", new { text = Neutral, translation = new { language = "en", text = "Without registration there is no reward." } })).Was(409)["type"], StringComparison.Ordinal);
        Assert.Contains("/cites/0", (await hana.Post($"{told.Case}/solution", new { outcome = Denial, cites = new[] { Guid.NewGuid() } })).Was(422).Text, StringComparison.Ordinal);

        (await hana.Post($"{told.Case}/follow-up", new { text = Denial, cites = new[] { finding } })).Was(200);
        (await hana.Post($"{told.Case}/solution", new { outcome = Denial, cites = new[] { finding } })).Was(200);
        Assert.Equal(3, (await told.Kinds(hana)).Count(k => k == "heldForProof"));
        Assert.Equal(2, (await told.Kinds(hana)).Count(k => k == "declined"));
    }

    [Fact]
    public async Task Held_sent_on_a_ground_and_no_denial_after_all_are_counted()
    {
        // A desk of its own: what the other tests did elsewhere may not be counted yet.
        var (cast, told) = (await app.Cast(), await Told.Story(app, desk: Cast.Technical));
        (await app.As(cast.Ken).Post($"{told.Case}/messages", new { text = Denial })).Was(409);
        (await app.As(cast.Ken).Post($"{told.Case}/messages", new { text = Denial, cites = new[] { await told.Finds(Verdict.Contradicted) } })).Was(201);
        (await app.As(cast.Ken).Post($"{told.Case}/messages", new { text = Denial, declines = false, because = "規約の引用" })).Was(201);

        await Patience.Until(() => app.Admin.Get($"/api/v1/reports/denials?by=day&desk={Cast.Technical}"),
            report => Measures.All(m => report.Json.GetProperty("sums").GetProperty(m).GetInt64() == 1));
    }

    [Fact]
    public async Task A_house_has_its_own_words_for_it()
    {
        var (cast, told) = await Set("It beeped three times.");
        (await app.Admin.Put("/api/v1/wording/declines/en", new { phrases = NoDice })).Was(200);
        (await app.Admin.Put("/api/v1/wording/saysHappened/en", new { phrases = Beeped })).Was(200);

        var refused = (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "Sorry, NO  dice." })).Was(409);

        Assert.Equal(["It beeped three times"], Texts(refused, "said"));
        (await app.Admin.Put("/api/v1/wording/noDenial/en", new { phrases = Harmless })).Was(200);
        (await app.As(cast.Hana).Post($"{told.Case}/messages", new { text = "Sorry, no dice." })).Was(201);
        foreach (var kind in Kinds)
            (await app.Admin.Delete($"/api/v1/wording/{kind}/en")).Was(200);
    }

    private async Task<(Cast Cast, Told Told)> Set(string? says = null)
    {
        var (cast, told) = (await app.Cast(), await Told.Story(app));
        if (says is not null)
            await told.Say(says);
        return (cast, told);
    }

    private async Task Article(string slug) => (await app.Admin.Put($"/api/v1/articles/{slug}", new { title = "条件", text = "登録された方にお渡しします。" })).Was(200);

    private static IEnumerable<string> Texts(Answer answer, string member) => answer.Json.GetProperty(member).EnumerateArray().Select(e => e.GetString()!); // tests name members that are there

    public sealed class OnSqlite(SqliteApp app) : DenyingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : DenyingTests(app), IClassFixture<PostgresApp>;
}
