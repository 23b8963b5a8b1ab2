using Madoguchi.Campaigns;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>An open campaign, and a registration that waits for its code.</summary>
public sealed partial class Scene
{
    private static readonly string[] AboutCampaigns =
    [
        "changeCampaign", "readCampaign", "readCampaignCodes", "addCampaignCodes", "exportRegistrations", "beginRegistration", "readRegistration", "resendRegistrationCode", "confirmRegistration", "remindOwner",
        "correctRegistrationAddress", "findRegistrations", "readRegistrationRecord", "verifyReceipt", "repairRegistration",
    ];

    private string printed = "";

    private static object Terms => new { name = "夏", opens = "2026-01-01T00:00:00Z", closes = "2199-01-01T00:00:00Z", reward = new { ja = "コイン", en = "Coins" }, text = "説明", finishDays = 7 };

    private static object NewCampaign => new
    {
        slug = $"c-{Guid.NewGuid():N}"[..20], name = "夏", opens = "2026-01-01T00:00:00Z", closes = "2199-01-01T00:00:00Z", codes = new { generate = 2 }, reward = "コイン", text = new { ja = "説明" }, finishDays = 7,
    };

    /// <summary>One that waits for its code, beside whatever else the scene shows.</summary>
    public async Task<string> Registered()
    {
        var slug = named["slug"];
        await Campaign("repairRegistration");
        named["slug"] = slug;
        return named["registrationId"];
    }

    private async Task Campaign(string call)
    {
        if (!AboutCampaigns.Contains(call))
            return;
        named["slug"] = (await By("bootstrap").Post("/api/v1/campaigns", NewCampaign)).Was(201)["slug"];
        var at = "/api/v1/campaigns/" + named["slug"];
        printed = (await By("bootstrap").Get(at + "/codes")).Was(200).Json.GetProperty("codes")[0].GetProperty("code").GetString()!; // every code has one
        if (call is "beginRegistration")
            return;
        var begun = (await troupe.App.Anonymous.Post(at + "/registrations", new { code = printed, email = $"{Guid.NewGuid():N}@example.test" })).Was(202);
        named["registrationId"] = begun["registrationId"];
        await Proven(Id<Registration>.Parse(named["registrationId"], null));
        if (call is "verifyReceipt")
            named["number"] = (await troupe.App.Anonymous.Post($"/api/v1/registrations/{named["registrationId"]}/confirmation", new { confirmationCode = Code })).Was(200).Json.GetProperty("receipt").GetProperty("number").GetString()!; // complete: it has one
    }

    // A code as if its letter had come; once the real one has gone, so that nothing sets another.
    private async Task Proven(Id<Registration> id)
    {
        await using var scope = troupe.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var proof = await db.Registrations.Where(r => r.Id == id).Select(r => r.ProofId!.Value).SingleAsync(TestContext.Current.CancellationToken); // just begun: a code is on its way
        await Patience.Until(() => db.Set<Madoguchi.Mail.Letter>().AnyAsync(l => l.Id == new Id<Madoguchi.Mail.Letter>(proof.Value) && l.State == Madoguchi.Mail.LetterState.Sent, TestContext.Current.CancellationToken), sent => sent);
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            (await db.Lock(proof).AsTracking().SingleAsync(CancellationToken.None)).Set(Code, troupe.App.Clock.GetUtcNow().ToMicroseconds());
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
    }
}
