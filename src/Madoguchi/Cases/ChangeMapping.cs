using System.Globalization;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases;

/// <summary>Why what several may set was not set.</summary>
public enum ChangeRefusal { Unknown, WithAnotherDesk, ChangedSince, Closed, NotAhead }

public static class ChangeMapping
{
    /// <summary>Whether a happening of these kinds came after what the caller had seen. What else happened meanwhile is in nobody's way.</summary>
    public static Task<bool> ChangedSince(this Db db, Id<Case> id, int? seen, params Type[] kinds)
    {
        if (seen is not { } number)
            return Task.FromResult(false);
        var names = kinds.Select(Happening.KindOf).ToList();
        return db.Entries.AnyAsync(e => e.CaseId == id && e.Number > number && names.Contains(e.Kind), CancellationToken.None);
    }
}

/// <summary>The version of a case is its last entry.</summary>
public static class Version
{
    /// <summary>What <c>If-Match</c> says was seen. What is no ETag of ours matches nothing (RFC 9110): any change at all is then in the way.</summary>
    public static int? Seen(HttpRequest request) => request.Headers.IfMatch.ToString() is not ("" or "*") and var match
        ? int.TryParse(match.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : -1
        : null;

    public static ProblemHttpResult Explain(ChangeRefusal why) => why switch
    {
        ChangeRefusal.Unknown => Problem.NotFound,
        ChangeRefusal.WithAnotherDesk => MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk),
        ChangeRefusal.ChangedSince => Problem.Of(412, "changed-since", "A colleague has changed this meanwhile.", "Read it again, then decide."),
        ChangeRefusal.Closed => Problem.Of(409, "closed", "The case is closed.", "What is closed waits for nothing."),
        ChangeRefusal.NotAhead => Problem.Invalid("/until", "A time ahead is needed, at most a year from now."),
    };
}
