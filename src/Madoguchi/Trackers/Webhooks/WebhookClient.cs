using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Madoguchi.Shared;
using Madoguchi.Trackers.Delivering;

namespace Madoguchi.Trackers.Webhooks;

/// <summary>Any tracker that takes a signed webhook: Standard Webhooks.</summary>
public sealed class WebhookClient(GuardedClient http, TimeProvider clock) : TrackerClient
{
    public override TrackerKind Kind => TrackerKind.Webhook;

    public override async Task<Taken> Tell(Tracker tracker, string secret, DeliveryClaim claim, CancellationToken ct)
    {
        await Post(tracker, secret, claim.Delivery.MessageId, claim.Delivery.Body ?? "", ct);
        return new Taken();
    }

    public override async Task<string> Try(Tracker tracker, string secret, CancellationToken ct)
    {
        await Post(tracker, secret, $"msg_{Id<Tracker>.New().Value:N}", "{\"type\":\"ping\",\"timestamp\":\"" + clock.Now.ToString("O", CultureInfo.InvariantCulture) + "\",\"data\":{}}", ct);
        return "It took a message of the type ping.";
    }

    private async Task Post(Tracker tracker, string secret, string id, string body, CancellationToken ct)
    {
        var key = Signature.Key(secret) ?? throw new RefusedException("The secret is no whsec_ key of 24 to 64 bytes.");
        var (bytes, now) = (Encoding.UTF8.GetBytes(body), clock.Now);
        using var request = new HttpRequestMessage(HttpMethod.Post, tracker.Url) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.TryAddWithoutValidation(Signature.IdHeader, id);
        request.Headers.TryAddWithoutValidation(Signature.TimeHeader, Signature.Seconds(now));
        request.Headers.TryAddWithoutValidation(Signature.SignatureHeader, Signature.Of(key, id, now, bytes));
        await http.Send(request, ct);
    }
}
