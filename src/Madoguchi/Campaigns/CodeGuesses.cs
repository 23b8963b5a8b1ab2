using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns;

/// <summary>How many codes that are nobody's may be tried in a minute, at each node: <c>Madoguchi:Rates:CodeGuesses</c> from one address, <c>Madoguchi:Rates:CampaignGuesses</c>
/// at one campaign. Right ones cost nothing. While a campaign is being guessed at, each address has one wrong code in ten minutes: who types theirs right notices nothing.</summary>
public sealed class CodeGuesses(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> failures = Sliding(Set(configuration, Limits.CodeGuesses, 10), TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> ofCampaign = Sliding(Set(configuration, Limits.CampaignGuesses, 300), TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> strict = Sliding(1, TimeSpan.FromMinutes(10));

    // Many at once from one address are looked at a few at a time: guesses sent together do not all slip through before the first has failed.
    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetConcurrencyLimiter(key,
        _ => new() { PermitLimit = Set(configuration, Limits.CodeGuesses, 10), QueueLimit = 10_000 }));

    public static ProblemHttpResult TooMany { get; } =
        Problem.Of(429, "too-many", "Too many codes that are nobody's.", "Look at the code once more, wait a minute and send it again. If it stays so, write to us: your story is not lost.");

    public async Task<Turn> Next(string slug, IPAddress? from, CancellationToken ct)
    {
        var key = Network(from);
        return new(this, slug, key, await turns.AcquireAsync(key, 1, ct));
    }

    public void Dispose()
    {
        failures.Dispose();
        ofCampaign.Dispose();
        strict.Dispose();
        turns.Dispose();
    }

    private bool MayTry(string slug, string from) => Has(failures, from) && (Has(ofCampaign, slug) || Has(strict, from));

    private void Failed(string slug, string from)
    {
        failures.AttemptAcquire(from).Dispose();
        ofCampaign.AttemptAcquire(slug).Dispose();
        strict.AttemptAcquire(from).Dispose();
    }

    private static bool Has(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key, 0);
        return lease.IsAcquired;
    }

    // A household has a whole network of IPv6 addresses.
    private static string Network(IPAddress? from) => from is null ? "local"
        : from.AddressFamily is AddressFamily.InterNetworkV6 && !from.IsIPv4MappedToIPv6 ? Convert.ToHexStringLower(from.GetAddressBytes().AsSpan(0, 8)) : from.MapToIPv4().ToString();

    private static int Set(IConfiguration configuration, string name, int otherwise) => int.TryParse(configuration["Madoguchi:Rates:" + name], CultureInfo.InvariantCulture, out var set) ? set : otherwise;

    private static PartitionedRateLimiter<string> Sliding(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key,
        _ => new() { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 }));

    /// <summary>From the question until its answer is known.</summary>
    public sealed class Turn(CodeGuesses guesses, string slug, string from, RateLimitLease lease) : IDisposable
    {
        public bool MayTry => lease.IsAcquired && guesses.MayTry(slug, from);

        public void Failed() => guesses.Failed(slug, from);

        public void Dispose() => lease.Dispose();
    }
}
