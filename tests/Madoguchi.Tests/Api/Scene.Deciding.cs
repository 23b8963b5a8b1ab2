using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Madoguchi.Trackers;
using Madoguchi.Voices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

public sealed partial class Scene
{
    // A voice decided a moment ago, a text of the house's own, a tracker at which something has stopped.
    private async Task Decided(string call)
    {
        if (call is "readDecision" or "callOffDecision" or "tellRest")
            named["decisionId"] = (await By("bootstrap").Post($"/api/v1/voices/{named["voiceId"]}/decision", new { state = "planned", publicText = "やります。", reason = Troupe.Secret })).Was(201)["decisionId"];
        if (call is "setDecisionText" or "resetDecisionText")
            named["slug"] = "honest-no";
        if (call is "resetDecisionText")
            (await By("bootstrap").Put("/api/v1/decision-texts/honest-no", new { state = "wontFix", text = new { ja = "しません。", en = "No." } })).Was(200);
        if (call is "addTracker") // there is room for twenty
            await troupe.App.Services.GetRequiredService<Writes>().Write(db => db.Trackers.ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
        if (call is "changeTracker" or "removeTracker" or "tryTracker" or "listDeliveries" or "retryDelivery")
            await Stopped();
    }

    private async Task Stopped()
    {
        var (now, tracker, delivery) = (troupe.App.Clock.GetUtcNow().ToMicroseconds(), Id<Tracker>.New(), Id<Delivery>.New());
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.Trackers.Add(new Tracker { Id = tracker, Kind = TrackerKind.Webhook, Name = "tracker", Url = "http://127.0.0.1:9/", Secret = Troupe.Secret, Language = "en", Meanings = "{}", TellsByItself = true, CreatedAt = now, PausedAt = now });
            db.Deliveries.Add(new Delivery { Id = delivery, TrackerId = tracker, VoiceId = Id<Voice>.New(), Event = "voice.created", State = DeliveryState.Stopped, CreatedAt = now, DueAt = now, Error = "x" });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        (named["trackerId"], named["deliveryId"]) = (tracker.ToString(), delivery.ToString());
    }
}
