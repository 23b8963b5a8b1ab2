using Madoguchi.Campaigns;
using Madoguchi.Chat.Talking;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secret = Madoguchi.Shared.Secret;

namespace Madoguchi.Chat.Registering;

/// <summary>Draws a campaign's pages, for one request.</summary>
public sealed class CampaignDesk(HttpContext http, string slug)
{
    private readonly IServiceProvider services = http.RequestServices;

    public Tongue T { get; } = Tongue.Asked(http);

    public static ValueTask<CampaignDesk?> BindAsync(HttpContext http) => ValueTask.FromResult<CampaignDesk?>(new(http, http.Request.RouteValues["slug"]?.ToString() ?? ""));

    public bool IsByAPerson(Posted posted, DateTimeOffset now) => Shown.ByAPerson(posted["shown"], posted["website"], services.GetRequiredService<IDataProtectionProvider>(), now);

    public IResult Back(string campaign, Id<Registration> id) => TypedResults.Extensions.SeeOther($"/campaigns/{campaign}/{id}?lang={T.Code}");

    public async Task<IResult> Start(CancellationToken ct, string? code = null, string? email = null, (string, string)? wrong = null, DateTimeOffset? usedAt = null, bool asked = false)
    {
        var now = services.GetRequiredService<TimeProvider>().Now;
        if (await Campaign(ct) is not { } campaign)
            return Unknown();
        http.Response.Headers.CacheControl = "no-store"; // the once-key in it is for one visitor
        var refused = wrong is not null || usedAt is not null || (HttpMethods.IsPost(http.Request.Method) && !asked);
        return new RazorComponentResult<CampaignPage>(new
        {
            T, Campaign = campaign, Now = now, Key = Secret.New("once_"), Stamp = Shown.Seal(services.GetRequiredService<IDataProtectionProvider>(), now), Code = code is { Length: <= PlainText.Line } ? code : null, Email = email,
            UsedAt = usedAt, Asked = asked, Problems = wrong is { } one ? (IReadOnlyList<(string, string)>)[one] : [],
        })
        { StatusCode = !refused ? 200 : usedAt is not null || wrong is null ? 409 : 422 };
    }

    public async Task<IResult> Show(Id<Registration> id, CancellationToken ct, (string, string)? wrong = null)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now);
        if (await Campaign(ct) is not { } campaign || await db.Registration(id, now, ct) is not { } one || one.Campaign != campaign.Slug)
            return Unknown();
        http.Response.Headers.CacheControl = "no-store"; // whoever has this address goes on from here
        var code = one.State is not Standing.CodeUsed ? null
            : await db.Registrations.Where(r => r.Id == id).Join(db.CampaignCodes, r => r.CodeId, c => c.Id, (r, c) => c.Value).SingleAsync(ct);
        return new RazorComponentResult<RegistrationPage>(new
        {
            T, Campaign = campaign, One = one, Key = Secret.New("once_"), Code = code, TooLate = now >= campaign.FinishBy, HasMailbox = services.GetRequiredService<MailSettings>().ShowsMailbox,
            Problems = wrong is { } problem ? (IReadOnlyList<(string, string)>)[problem] : [],
        })
        { StatusCode = wrong is null ? 200 : 422 };
    }

    private async Task<Campaign?> Campaign(CancellationToken ct) => NewCampaign.IsSlug(slug) ? await services.GetRequiredService<Db>().Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) : null;

    private RazorComponentResult<UnknownPage> Unknown() => new(new { T }) { StatusCode = 404 };
}
