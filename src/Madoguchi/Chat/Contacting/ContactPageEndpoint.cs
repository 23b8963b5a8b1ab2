using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Talking;
using Madoguchi.Chat.Ticketing;
using Madoguchi.Chat.Trying;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Guides;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secret = Madoguchi.Shared.Secret;

namespace Madoguchi.Chat.Contacting;

public static class ContactPageEndpoint
{
    public static void MapContactPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", Read);
        pages.MapGet("/contact", Read);
        pages.MapGet("/widget", Read);
        pages.MapPost("/contact", Send).RequireRateLimiting(Limits.Contacts);
        pages.MapPost("/contact/tried", Carry);
        pages.MapPost("/contact/look", Look);
        pages.MapGet("/personal-data", (HttpContext http) => new RazorComponentResult<PersonalDataPage>(new { T = Asked(http) }));
    }

    private static async Task<IResult> Read(HttpContext http, string? desk, string? campaign, string? code, string? registration, string? searched, string? read, Db db, TimeProvider clock, CancellationToken ct) =>
        await Show(http, db, clock, new Story(Desk: desk, About: await db.About(campaign, code, registration, ct), Sought: SoughtBefore.Of(searched, read)), [], Secret.New("once_"), 200, ct);

    // From a guide that did not help: what was tried waits in the form.
    private static async Task<IResult> Carry(HttpContext http, Db db, TimeProvider clock, CancellationToken ct) =>
        await Show(http, db, clock, new Story(Tried: (await http.Request.Posted(ct))?["tried"] ?? ""), [], Secret.New("once_"), 200, ct);

    // "What may help?" without scripts: the same form, what was written still in it. Nothing is sent, nothing is kept.
    private static async Task<IResult> Look(HttpContext http, Uploads uploads, Db db, TimeProvider clock, CancellationToken ct)
    {
        var (posted, status) = await http.Request.PostedWithFiles(uploads, ct);
        var story = posted is null ? new Story() : Story.Of(posted);
        return await Show(http, db, clock, story, [], posted?["key"] is { Length: > 0 } key ? key : Secret.New("once_"), posted is null ? status : 200, ct, await db.Suggest(story.Text, Asked(http), ct));
    }

    private static async Task<IResult> Send(HttpContext http, Uploads uploads, NumberSupply numbers, BaseAddress address, IDataProtectionProvider protection, HouseZone zone, Writes writes, Db db, TimeProvider clock, CancellationToken ct)
    {
        var t = Asked(http);
        var (posted, status) = await http.Request.PostedWithFiles(uploads, ct);
        if (posted is null)
            return await Show(http, db, clock, new Story(), [("story", Answers.Explain(status, t))], Secret.New("once_"), status, ct);
        var story = Story.Of(posted);
        if (story.Problems(t) is { Count: > 0 } problems)
            return await Show(http, db, clock, story, problems, posted["key"], 422, ct);

        var (along, user, contact) = (Along.Of(posted, BrowserOf(http), SystemOf(http)), protection.Unseal(posted["site"]), story.Contact(t.Code));
        var (number, token, now) = (await numbers.Next(ct), Secret.New("mt_"), clock.Now);
        var trial = Trial.Open(story.Tried, protection, now);
        var result = await writes.WriteOnce<ContactMade, ContactRefusal>(posted.Once("anonymous", "POST /contact"), now, async db =>
        {
            if (story.Follows is not null)
                await db.HoldCollecting();
            if ((await db.Open(contact, number, token, PersonalData.Version, now)).Refused(out var no, out var theCase))
                return no;
            if (story.Follows is { } incident)
                await db.Follow(incident, theCase.Id, now);
            if (along is not null)
                await db.TellAlong(theCase, contact, along, user, now);
            if (story.Sought is { } sought)
                await db.TellSought(theCase, sought, now);
            if (trial is not null)
                await db.Bring(theCase, trial, new CurrentCustomer(theCase.Id, theCase.CustomerId, contact.Name, []), now);
            foreach (var file in posted.Files)
                db.Attach(theCase, By.Customer(story.Name is { Length: > 0 } name ? name : null, theCase.CustomerId.Value), file, now);
            await db.SaveChangesAsync(CancellationToken.None);
            if (story.LineFirst)
                await db.JoinFirst(theCase, token, zone, now);
            return new ContactMade(number.Value, theCase.Id, token, address.Of($"/c/{token}"));
        }, ct);
        return result.Refused(out var why, out var made)
            ? await Show(http, db, clock, story with { Desk = null }, [("story", Explain(why, t))], posted["key"], 422, ct)
            : TypedResults.Extensions.SeeOther($"/c/{made.Token}{(story.LineFirst ? "/ticket" : "")}{(story.HasSlip ? "?slip=1" : "")}");
    }

    private static async Task<IResult> Show(HttpContext http, Db db, TimeProvider clock, Story story, IReadOnlyList<(string, string)> problems, string key, int status, CancellationToken ct, Suggested? found = null)
    {
        var slug = story.Desk;
        var desk = await db.Desks.AsNoTracking().Where(d => d.Slug == slug || d.IsReception).OrderBy(d => d.Slug == slug ? 0 : 1).FirstOrDefaultAsync(ct);
        http.Response.Headers.CacheControl = "no-store"; // the once-key in it is for one visitor
        http.FramedBy(desk?.Origins ?? []);
        return new RazorComponentResult<ContactPage>(new
        {
            T = Asked(http), Desk = desk, Opening = desk is null ? null : db.OpeningNow(desk, clock.Now), Story = story with { Desk = desk is { IsReception: false } ? desk.Slug : null }, Problems = problems, Key = key,
            Browser = BrowserOf(http), System = SystemOf(http), HasGuides = await db.Guides.AnyAsync(g => g.RetiredAt == null, ct), HasHelp = await db.HasHelp(ct), Found = found,
            Product = Asked(http, "product"), Known = desk is null ? KnownTroubles.None : await db.KnownNow(Asked(http, "product"), Asked(http, "errorText") ?? story.Text, clock.Now, ct),
        })
        { StatusCode = status };
    }

    // What a product's own link says along.
    private static string? Asked(HttpContext http, string what) => http.Request.Query[what].ToString() is { Length: > 0 and <= 1_000 } said && PlainText.IsStorable(said) ? said : null;

    private static string? BrowserOf(HttpContext http) => Browsers.Browser(http.Request.Headers.UserAgent.ToString());

    private static string? SystemOf(HttpContext http) => Browsers.System(http.Request.Headers.UserAgent.ToString(), http.Request.Headers["Sec-CH-UA-Platform"]);

    private static Tongue Asked(HttpContext http) => Tongue.Asked(http);

    private static string Explain(ContactRefusal why, Tongue t) => why switch
    {
        ContactRefusal.UnknownDesk => t["この窓口は今ありません。このままもう一度送ると、総合の窓口が承ります。", "That desk is not here any more. Send it again and the reception takes it."],
    };
}
