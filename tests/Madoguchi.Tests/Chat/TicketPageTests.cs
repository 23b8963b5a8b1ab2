using Madoguchi.Mail;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Chat;

/// <summary>The numbered ticket's page, with plain forms: in line, called back instead, out of it, back again; and the agent who calls.</summary>
public abstract class TicketPageTests(App app)
{
    [Fact]
    public async Task A_number_is_taken_kept_and_given_back_by_one_press_each()
    {
        var page = await Told("順番をとります");
        Assert.Contains("整理券をとる", (await Ticket(page)).Text, StringComparison.Ordinal);

        Assert.Equal(page.Path + "/ticket", (await page.Send("ticket", new() { ["by"] = "chat" })).Was(303).Headers.Location!.ToString()); // a 303 names the place
        var number = Number(await Ticket(page));
        Assert.Contains("この画面を閉じても、順番はそのままです", (await Ticket(page)).Text, StringComparison.Ordinal);
        Assert.Contains($"整理券{number}番", (await page.Read()).Text, StringComparison.Ordinal);
        await page.Send("ticket", new() { ["by"] = "chat" });
        Assert.Equal(number, Number(await Ticket(page)));

        (await page.Send("ticket/leave", [])).Was(303);
        Assert.Contains($"取り消して、{number}番に戻る", (await Ticket(page)).Text, StringComparison.Ordinal);
        (await page.Send("ticket/back", [])).Was(303);
        Assert.Contains("data-state=\"waiting\"", (await Ticket(page)).Text, StringComparison.Ordinal);
        Assert.Equal(number, Number(await Ticket(page)));
        (await page.Send("ticket/leave", [])).Was(303);
    }

    [Fact]
    public async Task A_call_back_needs_a_number_and_says_so_beside_the_box()
    {
        var page = await Told("電話をください");
        await page.Send("ticket", new() { ["by"] = "chat" });

        var refused = (await page.Send("ticket", new() { ["by"] = "call", ["phone"] = "?" })).Was(422);
        Assert.Contains("id=\"phone-wrong\"", refused.Text, StringComparison.Ordinal);
        (await page.Send("ticket", new() { ["by"] = "call", ["phone"] = "03-1234-5678" })).Was(303);

        Assert.Contains("順番が来たら、03-1234-5678 にお電話します。", (await Ticket(page)).Text, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await app.Anonymous.Get(page.Path + "/ticket/qr.svg")).Was(200).ContentHeaders.ContentType!.MediaType); // it has one
        (await page.Send("ticket/leave", [])).Was(303);
    }

    [Fact]
    public async Task The_agent_calls_the_next_one_who_was_away_and_comes_back_to_the_front()
    {
        var cast = await app.Cast();
        var page = await Told("席を外します");
        await page.Send("ticket", new() { ["by"] = "chat" });
        using var hana = await app.SignedIn(cast.Hana);

        var line = (await hana.Open("/desk/line")).Was(200).Text;
        Assert.Contains($"row-{await page.CaseId()}", line, StringComparison.Ordinal);
        Assert.Contains("data-key=\"o\"", line, StringComparison.Ordinal);
        var called = (await hana.Send("/desk/line/next", new { key = Guid.NewGuid().ToString() })).Was(302).Headers.Location!.ToString(); // a redirect names the place
        Assert.Contains(await page.CaseId(), called, StringComparison.Ordinal);
        Assert.Contains("お呼びしています", (await hana.Open(called)).Text, StringComparison.Ordinal);
        var ticket = System.Text.RegularExpressions.Regex.Match((await Ticket(page)).Text, "data-ticket=\"([^\"]+)\"").Groups[1].Value;
        (await hana.Send($"/desk/tickets/{ticket}/outcome", new { result = "away", key = Guid.NewGuid().ToString() })).Was(302);
        Assert.Contains("先頭でお待ちしています", (await Ticket(page)).Text, StringComparison.Ordinal);

        (await page.Send("ticket/here", [])).Was(303);
        Assert.Contains("次がお客様の番です", (await Ticket(page)).Text, StringComparison.Ordinal);
        (await hana.Send("/desk/line/next", new { key = Guid.NewGuid().ToString() })).Was(302);
        (await page.Send("ticket/here", new() { ["to"] = "chat" })).Was(303);
        Assert.Contains("お見えです", (await hana.Open(called)).Text, StringComparison.Ordinal);
        (await hana.Send($"/desk/tickets/{ticket}/outcome", new { result = "served", key = Guid.NewGuid().ToString() })).Was(302);

        Assert.Contains("もう一度、順番をとる", (await Ticket(page)).Text, StringComparison.Ordinal);
        Assert.Contains("お待ちの方はいません", (await hana.Send("/desk/line/next", new { key = Guid.NewGuid().ToString() })).Was(409).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_need_be_told_before_a_place_in_line()
    {
        var cast = await app.Cast();
        var taken = (await Written.Post(app.Anonymous, "/contact", new() { ["first"] = "line", ["text"] = "", ["desk"] = Cast.Technical, ["key"] = "once_" + Guid.NewGuid() })).Was(303).Headers.Location!.ToString(); // a 303 names the place
        Assert.EndsWith("/ticket", taken, StringComparison.Ordinal);
        var page = new Written(app, taken[..^"/ticket".Length]);
        Assert.Contains("お困りのことを、いま書いておく", (await Ticket(page)).Text, StringComparison.Ordinal);
        Assert.Contains("お待ちの間に、お困りのことをお書きください", (await page.Read()).Text, StringComparison.Ordinal);

        await page.Say("シリアルナンバーはわかりませんが、電源が入りません。急いでいます。");

        Assert.Equal("シリアルナンバーはわかりませんが、電源が入りません", (await app.As(cast.Ken).Get($"/api/v1/cases/{await page.CaseId()}")).Was(200)["subject"]);
        (await page.Send("ticket/leave", [])).Was(303);
    }

    [Fact]
    public async Task Who_went_away_gets_a_letter_when_it_is_near_and_only_one()
    {
        await app.Cast();
        var taken = (await Written.Post(app.Anonymous, "/contact", new() { ["first"] = "line", ["text"] = "請求書のこと", ["desk"] = Cast.Billing, ["reach"] = "away@example.jp", ["key"] = "once_" + Guid.NewGuid() })).Was(303).Headers.Location!.ToString(); // a 303 names the place
        var page = new Written(app, taken[..^"/ticket".Length]);

        (await page.Send("ticket/near", [])).Was(303);

        Assert.Contains("にもメールをお送りします", (await Ticket(page)).Text, StringComparison.Ordinal);
        var letter = Assert.Single(await Patience.Until(Letters, l => l.Count > 0));
        Assert.Contains("/ticket", letter.Text, StringComparison.Ordinal);
        (await page.Send("ticket/leave", [])).Was(303);

        async Task<List<Letter>> Letters()
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            return await db.Letters.Where(l => l.To == "away@example.jp" && l.Subject.StartsWith("まもなく")).ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string Number(Answer page) => System.Text.RegularExpressions.Regex.Match(page.Text, "data-number=\"(\\d+)\"").Groups[1].Value;

    private async Task<Answer> Ticket(Written page) => (await app.Anonymous.Get(page.Path + "/ticket")).Was(200);

    private async Task<Written> Told(string text)
    {
        await app.Cast();
        return await Written.Story(app, text, Cast.Account);
    }

    public sealed class OnSqlite(SqliteApp app) : TicketPageTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TicketPageTests(app), IClassFixture<PostgresApp>;
}
