using System.Globalization;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Mail;

public abstract class OpeningTests(On on)
{
    private const string Yamano = "yamano@example.jp";

    [Fact]
    public async Task An_address_is_verified_by_the_code_that_went_to_it()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Opened.At(app, Cast.Account);

        Assert.Equal("15", (await theCase.Customer.Post(theCase.Path + "/mail-address", new { email = Yamano })).Was(202)["minutes"]);
        var code = Assert.Single(await box.Until(t => t.Count > 0)).SixDigits;
        Assert.EndsWith("wrong-code", (await theCase.Customer.Post(theCase.Path + "/mail-address/code", new { code = Other(code) })).Was(422)["type"], StringComparison.Ordinal);
        Assert.Equal(Yamano, (await theCase.Customer.Post(theCase.Path + "/mail-address/code", new { code = $" {code[..3]} {code[3..]}" })).Was(200)["email"]);
        Assert.Equal(["fact", "addressVerified"], (await theCase.Kinds(theCase.Customer))[^2..]);
        (await theCase.Customer.Post(theCase.Path + "/mail-address/code", new { code })).Was(422); // used up
    }

    [Fact]
    public async Task A_code_is_good_for_five_tries_and_a_quarter_of_an_hour()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (guessed, old) = (await Opened.At(app, Cast.Account), await Opened.At(app, Cast.Account));
        var code = await Ask(guessed, 1);
        for (var i = 0; i < 5; i++)
            (await guessed.Customer.Post(guessed.Path + "/mail-address/code", new { code = Other(code) })).Was(422);
        (await guessed.Customer.Post(guessed.Path + "/mail-address/code", new { code })).Was(422);

        code = await Ask(old, 2);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await old.Customer.Post(old.Path + "/mail-address/code", new { code })).Was(422);
        code = await Ask(old, 3);
        (await old.Customer.Post(old.Path + "/mail-address/code", new { code })).Was(200);

        async Task<string> Ask(Opened by, int nth)
        {
            (await by.Customer.Post(by.Path + "/mail-address", new { email = Yamano })).Was(202);
            return (await box.Until(t => t.Count >= nth))[^1].SixDigits;
        }
    }

    [Fact]
    public async Task Nobodys_letterbox_is_filled_with_codes()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        foreach (var _ in Enumerable.Range(0, 7))
        {
            var theCase = await Opened.At(app, Cast.Account);
            (await theCase.Customer.Post(theCase.Path + "/mail-address", new { email = Yamano })).Was(202);
        }

        var last = await Opened.At(app, Cast.Account);
        (await last.Customer.Post(last.Path + "/mail-address", new { email = "other@example.jp" })).Was(202);
        await box.Until(t => t.Any(m => m.EnvelopeTo == "other@example.jp") && t.Count(m => m.EnvelopeTo == Yamano) == 5);
    }

    [Fact]
    public async Task Number_and_code_open_ones_own_cases_and_nobody_elses()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Verified(app, box);
        await Opened.At(app, Cast.Account, "よその話");

        var asked = (await app.Anonymous.Post("/api/v1/openings", new { number = theCase.Number.ToLowerInvariant() })).Was(202);
        var code = (await box.Until(t => t.Count > 1))[^1];
        Assert.Equal(Yamano, code.EnvelopeTo);
        Assert.Contains("だれにも伝えないで", code.Text, StringComparison.Ordinal);
        (await app.Anonymous.Post($"/api/v1/openings/{asked["openingId"]}/code", new { code = Other(code.SixDigits) })).Was(422);
        var own = (await app.Anonymous.Post($"/api/v1/openings/{asked["openingId"]}/code", new { code = code.SixDigits })).Was(200).Json.GetProperty("cases");

        Assert.Equal(1, own.GetArrayLength());
        Assert.Equal(theCase.Id, own[0].GetProperty("caseId").GetString());
        (await app.WithToken(own[0].GetProperty("token").GetString()!).Get(theCase.Path)).Was(200); // each has one
    }

    [Fact]
    public async Task A_number_that_is_nobodys_and_one_without_an_address_are_answered_the_same()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var (verified, (told, _)) = (await Verified(app, box), await AnsweringTests.Reachable(app));
        var nobodys = "";
        for (var i = 0; !Madoguchi.Customers.CustomerNumber.TryParse(nobodys, out _) || nobodys == verified.Number || nobodys == told.Number; i++)
            nobodys = i.ToString("D6", CultureInfo.InvariantCulture);

        foreach (var number in new[] { nobodys, told.Number })
        {
            var asked = (await app.Anonymous.Post("/api/v1/openings", new { number })).Was(202);
            Assert.Equal(["minutes", "openingId"], asked.Json.EnumerateObject().Select(p => p.Name).Order());
            for (var i = 0; i < 7; i++)
                Assert.EndsWith("wrong-code", (await app.Anonymous.Post($"/api/v1/openings/{asked["openingId"]}/code", new { code = "000000" })).Was(422)["type"], StringComparison.Ordinal);
        }

        (await app.Anonymous.Post("/api/v1/openings", new { number = verified.Number })).Was(202);
        Assert.Equal(2, (await box.Until(t => t.Count > 1)).Count); // the code that verified, and this one
    }

    [Fact]
    public async Task The_pages_do_it_without_scripts()
    {
        await using var box = new Letterbox();
        await using var app = await App.Start(on, box.Settings);
        var theCase = await Opened.At(app, Cast.Account);
        var browser = app.Browser();

        Assert.Contains("確認番号", (await browser.Send($"/c/{theCase.Token}/mail", new { email = Yamano })).Was(200).Text, StringComparison.Ordinal);
        var code = (await box.Until(t => t.Count > 0))[^1].SixDigits;
        (await browser.Send($"/c/{theCase.Token}/mail/code", new { email = Yamano, code = Other(code) })).Was(422);
        (await browser.Send($"/c/{theCase.Token}/mail/code", new { email = Yamano, code })).Was(303);
        Assert.Contains("y…@example.jp", (await app.Anonymous.Get($"/c/{theCase.Token}/mail")).Was(200).Text, StringComparison.Ordinal);

        (await browser.Send("/open", new { number = "7K3MA" })).Was(422);
        var asked = (await browser.Send("/open?lang=en", new { number = theCase.Number })).Was(200).Text;
        var opening = asked.Split("name=\"opening\" value=\"")[1].Split('"')[0];
        code = (await box.Until(t => t.Count > 1))[^1].SixDigits;
        (await browser.Send("/open/code", new { opening, code = Other(code) })).Was(422);
        var list = (await browser.Send("/open/code", new { opening, code })).Was(200).Text;
        var link = "/c/mt_" + list.Split("href=\"/c/mt_")[1].Split('"')[0];
        (await app.Anonymous.Get(link)).Was(200);
    }

    private static async Task<Opened> Verified(App app, Letterbox box)
    {
        var (before, theCase) = (box.Taken.Count, await Opened.At(app, Cast.Account));
        (await theCase.Customer.Post(theCase.Path + "/mail-address", new { email = Yamano })).Was(202);
        var code = (await box.Until(t => t.Count > before))[^1].SixDigits;
        (await theCase.Customer.Post(theCase.Path + "/mail-address/code", new { code })).Was(200);
        return theCase;
    }

    private static string Other(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];

    public sealed class OnSqlite() : OpeningTests(On.Sqlite);

    public sealed class OnPostgres() : OpeningTests(On.Postgres);
}
