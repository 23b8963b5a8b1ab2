using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Search;

public abstract class SearchTests(App app)
{
    private readonly Dictionary<Player, HttpClient> clients = [];

    [Theory]
    [InlineData("請求", "請求")]
    [InlineData("ｾｲｷｭｳ", "せいきゅう")]
    [InlineData("２重に", "二重に", false)]
    [InlineData("二重に 請求", "請求")]
    [InlineData("ＥＲＲ-４０４", "err-404")]
    [InlineData("Err", "err")]
    [InlineData("森", "森")]
    [InlineData("rr-404", "", false)]
    [InlineData("求請", "", false)]
    [InlineData("%", "", false)]
    [InlineData("\" OR *", "", false)]
    public async Task What_was_said_is_found_by_its_words_and_the_words_are_marked(string words, string marked, bool found = true)
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account, "六月分が二重に請求されました。せいきゅう書は森さんから。画面は err-404 です。");
        await Learned(theCase);

        var hit = (await Find(cast.Hana, words)).Cases.FirstOrDefault(c => c.GetProperty("caseId").GetString() == theCase.Id);

        Assert.Equal(found, hit.ValueKind is JsonValueKind.Object);
        Assert.DoesNotContain(theCase.Id, (await Find(cast.Mio, words)).Text, StringComparison.Ordinal);
        if (!found)
            return;
        var snippet = hit.GetProperty("snippet").GetString()!; // found: with a snippet
        var marks = hit.GetProperty("marks").EnumerateArray().Select(m => snippet.Substring(m[0].GetInt32(), m[1].GetInt32())).ToList();
        Assert.Contains(marked, marks);
        Assert.Equal(1, hit.GetProperty("entry").GetInt32());
        Assert.Equal(theCase.Number, hit.GetProperty("customerNumber").GetString());
    }

    [Fact]
    public async Task A_note_and_a_fact_are_found_by_those_who_may_read_them_and_by_nobody_else()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "二重に何かあった。"));
        (await app.As(cast.Hana).Post(theCase.Path + "/notes", new { text = "内緒話があります" })).Was(201);
        (await theCase.Customer.Put(theCase.Path + "/facts/serialNumber", new { value = "SN-甲乙丙" })).Was(200);
        await Patience.Until(() => Find(cast.Hana, "甲乙丙"), found => found.Cases.Count == 1);
        var note = await Patience.Until(() => Find(cast.Hana, "内緒話"), found => found.Cases.Count == 1);

        Assert.Equal("note", note.Cases[0].GetProperty("kind").GetString());
        foreach (var words in (string[])["内緒話", "甲乙丙", "SN-甲乙丙"])
        {
            Assert.Equal("""{"cases":[],"customers":[]}""", (await Find(cast.Mio, words)).Text);
            Assert.Single((await Find(cast.Sora, words)).Cases);
        }

        (await theCase.Customer.Get("/api/v1/search?q=" + Uri.EscapeDataString("内緒話"))).Was(404);
    }

    [Fact]
    public async Task What_is_handed_over_is_found_there_too_and_what_is_returned_is_found_no_more()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "引継検索の二重に"));
        await Learned(theCase);
        Assert.Empty((await Find(cast.Ken, "引継検索")).Cases);

        var offer = (await app.As(cast.Hana).Post(theCase.Path + "/handovers", new { toDesk = Cast.Technical, reason = "技術" })).Was(201)["handoverId"];
        Assert.Single((await Find(cast.Ken, "引継検索")).Cases);
        (await app.As(cast.Ken).Post($"/api/v1/handovers/{offer}/return", new { reason = "違います" })).Was(200);

        Assert.Empty((await Find(cast.Ken, "引継検索")).Cases);
        Assert.Single((await Find(cast.Hana, "引継検索")).Cases);
    }

    [Theory]
    [InlineData("森", true)]
    [InlineData("森 凪", true)]
    [InlineData("凪", true)]
    [InlineData("ＮＡＧＩ＠Example.test", true)]
    [InlineData("nagi@ex", true)]
    [InlineData("090-9876-1234", true)]
    [InlineData("０９０９８７６１２３４", true)]
    [InlineData("+81 90 9876 1234", true)]
    [InlineData("0909876", true)]
    [InlineData("agi@example", false)]
    [InlineData("林", false)]
    public async Task A_customer_is_found_by_name_mail_and_telephone_however_written(string words, bool found)
    {
        var cast = await app.Cast();
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "こんにちは", desk = Cast.Account, name = "森 凪", email = "nagi@example.test", phone = "090-9876-1234" })).Was(201);
        await Patience.Until(() => Find(cast.Hana, $"凪 {made["customerNumber"]}"), f => f.Customers.Count == 1); // by the index alone

        Assert.Equal(found, Numbers(await Find(cast.Hana, words)).Contains(made["customerNumber"]));
        Assert.DoesNotContain(made["customerNumber"], Numbers(await Find(cast.Mio, words)));
    }

    [Fact]
    public async Task A_number_in_any_form_leads_anybody_to_the_card_and_tells_nothing_else()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account));
        var spoken = string.Join(' ', theCase.Number.ToLowerInvariant().ToCharArray());

        Assert.Equal($$"""{"cases":[],"customers":[{"customerNumber":"{{theCase.Number}}"}]}""", (await Find(cast.Mio, spoken)).Text);
        Assert.Equal("""{"cases":[],"customers":[{"customerNumber":"7K3MT"}]}""", (await Find(cast.Mio, "７ｋ３-ｍｔ")).Text);
    }

    [Fact]
    public async Task What_a_case_is_called_is_found_as_it_now_is()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "二重にややこしい話"));
        (await app.As(cast.Hana).Put(theCase.Path + "/description", new { subject = "呼称変更前" })).Was(200);
        (await app.As(cast.Hana).Put(theCase.Path + "/description", new { subject = "呼称変更後" })).Was(200);

        var found = await Patience.Until(() => Find(cast.Hana, "呼称変更後"), f => f.Cases.Count == 1);
        Assert.Equal(theCase.Id, found.Cases[0].GetProperty("caseId").GetString());
    }

    [Fact]
    public async Task What_is_taken_back_is_found_no_more()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "二重にこんにちは"));
        var said = (await app.As(cast.Hana).Post(theCase.Path + "/messages", new { text = "撤回予定文" })).Was(201).Json.GetProperty("entry").GetInt32();
        await Patience.Until(() => Find(cast.Hana, "撤回予定文"), f => f.Cases.Count == 1);

        (await app.As(cast.Hana).Post($"{theCase.Path}/messages/{said}/withdrawal")).Was(200);

        Assert.Empty((await Find(cast.Hana, "撤回予定文")).Cases);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var id = Id<Case>.Parse(theCase.Id, null);
        await Patience.Until(() => db.SearchTexts.AnyAsync(t => t.CaseId == id && t.Number == said, TestContext.Current.CancellationToken), isThere => !isThere);
    }

    [Fact]
    public async Task A_page_ends_where_the_next_one_begins_and_no_case_comes_twice()
    {
        var (cast, ids) = (await app.Cast(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            var one = await Opened.At(app, Cast.Billing, $"頁送りの話 {i}");
            (await one.Customer.Post(one.Path + "/messages", new { text = "もう一度、頁送りの話" })).Was(201);
            ids.Add(one.Id);
        }

        await Patience.Until(() => Find(cast.Mio, "頁送り"), f => f.Cases.Count == 5);
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await app.As(cast.Mio).Get("/api/v1/search?limit=2&q=" + Uri.EscapeDataString("頁送り") + cursor)).Was(200).Json;
            seen.AddRange(page.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("caseId").GetString()!)); // each has one
            cursor = page.TryGetProperty("next", out var next) ? "&cursor=" + next.GetString() : "";
        } while (cursor is not "");

        Assert.Equal(ids.Order(), seen.Order());
    }

    [Fact]
    public async Task What_was_learned_by_an_older_way_is_learned_anew()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "二重に学び直す話", "学び 直子"));
        await Learned(theCase);
        var writes = app.Services.GetRequiredService<Writes>();
        await writes.Write(async db =>
        {
            var id = Id<Case>.Parse(theCase.Id, null);
            await db.Forget("search_texts", await db.SearchTexts.Where(t => t.CaseId == id).Select(t => t.Id).ToListAsync(CancellationToken.None));
            await db.Set<Counter>().Where(c => c.Name == RelearningFollower.Learned).ExecuteUpdateAsync(c => c.SetProperty(x => x.Next, 0), CancellationToken.None);
        }, TestContext.Current.CancellationToken);
        Assert.Empty((await Find(cast.Hana, "学び直す")).Cases);

        Assert.True(await writes.Write(RelearningFollower.Relearn, TestContext.Current.CancellationToken) > 0);
        await Patience.Until(() => Find(cast.Hana, "学び直す"), f => f.Cases.Count == 1);
        Assert.Contains(theCase.Number, Numbers(await Find(cast.Hana, "学び直子")));

        Assert.Equal(0, await writes.Write(RelearningFollower.Relearn, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_box_finds_without_scripts_and_marks_what_was_sought()
    {
        var (cast, theCase) = (await app.Cast(), await Opened.At(app, Cast.Account, "二重に<b>箱探し</b>の話"));
        await Learned(theCase);
        var hana = await app.SignedIn(cast.Hana);

        var page = (await hana.Open("/desk/find?q=" + Uri.EscapeDataString("箱探し"))).Was(200).Text;

        Assert.Contains("&lt;b&gt;<mark>箱探し</mark>&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("「請求」", (await hana.Open("/desk/find")).Was(200).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbers(Found found) => found.Customers.Select(c => c.GetProperty("customerNumber").GetString()!); // every customer has one

    private async Task Learned(Opened theCase) =>
        await Patience.Until(async () => (await Find((await app.Cast()).Hana, theCase.Number)).Customers.Any(c => c.TryGetProperty("caseId", out var id) && id.GetString() == theCase.Id)
            && (await Find((await app.Cast()).Hana, "二重に")).Text.Contains(theCase.Id, StringComparison.Ordinal), learned => learned);

    private async Task<Found> Find(Player player, string words)
    {
        var answer = (await (clients.TryGetValue(player, out var known) ? known : clients[player] = app.As(player)).Get("/api/v1/search?q=" + Uri.EscapeDataString(words))).Was(200);
        return new([.. answer.Json.GetProperty("cases").EnumerateArray()], [.. answer.Json.GetProperty("customers").EnumerateArray()], answer.Text);
    }

    private sealed record Found(IReadOnlyList<JsonElement> Cases, IReadOnlyList<JsonElement> Customers, string Text);

    public sealed class OnSqlite(SqliteApp app) : SearchTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SearchTests(app), IClassFixture<PostgresApp>;
}
