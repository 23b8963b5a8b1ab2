using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>What people read of it.</summary>
public static class StatusWords
{
    public static string In(this Severity severity, Tongue t) => severity switch
    {
        Severity.Minor => t["軽い", "Minor"],
        Severity.Major => t["大きい", "Major"],
        Severity.Critical => t["重大", "Critical"],
    };

    public static string In(this IncidentState state, Tongue t) => state switch
    {
        IncidentState.Investigating => t["調査中", "Investigating"],
        IncidentState.Identified => t["原因を特定", "Identified"],
        IncidentState.Monitoring => t["経過を確認中", "Monitoring"],
        IncidentState.Resolved => t["解消", "Resolved"],
    };

    public static string In(this MaintenanceState state, Tongue t) => state switch
    {
        MaintenanceState.Planned => t["予定", "Planned"],
        MaintenanceState.Running => t["実施中", "Under way"],
        MaintenanceState.Done => t["終了", "Over"],
        MaintenanceState.Cancelled => t["中止", "Cancelled"],
    };

    public static string In(this OverallState state, Tongue t) => state switch
    {
        OverallState.Operational => t["問題なくお使いいただけます", "Everything works"],
        OverallState.Maintenance => t["計画メンテナンス中です", "Planned maintenance is under way"],
        OverallState.Minor => t["一部に不具合があります", "Something does not work as it should"],
        OverallState.Major => t["障害が起きています", "There is an incident"],
        OverallState.Critical => t["重大な障害が起きています", "There is a critical incident"],
    };

    /// <summary>Of one product, or of an incident.</summary>
    public static string OfProduct(this OverallState state, Tongue t) => state switch
    {
        OverallState.Operational => t["問題なし", "Works"],
        OverallState.Maintenance => t["メンテナンス中", "Maintenance"],
        OverallState.Minor => t["一部に不具合", "Partly disturbed"],
        OverallState.Major => t["障害", "Incident"],
        OverallState.Critical => t["重大な障害", "Critical incident"],
    };

    extension(OverallState state)
    {
        /// <summary>As it is written on the API.</summary>
        public string Wire => state.ToString().ToLowerInvariant();

        /// <summary>The icon beside its words.</summary>
        public string Sign => state switch { OverallState.Operational => "circle-check", OverallState.Maintenance => "clock", _ => "triangle-alert" };
    }

    /// <summary>Of one day, in a row of days.</summary>
    public static string OfDay(this OverallState state, Tongue t) => state switch
    {
        OverallState.Operational or OverallState.Maintenance => t["問題なし", "fine"],
        OverallState.Minor => t["一部に不具合", "minor trouble"],
        OverallState.Major => t["障害", "an incident"],
        OverallState.Critical => t["重大な障害", "a critical incident"],
    };

    /// <summary>So long, in the words of people.</summary>
    public static string Span(TimeSpan span, Tongue t) => span switch
    {
        { TotalMinutes: < 60 } => t[$"{Math.Max(1, (int)span.TotalMinutes)}分", $"{Math.Max(1, (int)span.TotalMinutes)} min"],
        { TotalHours: < 48 } => t[$"{(int)span.TotalHours}時間{span.Minutes}分", $"{(int)span.TotalHours} h {span.Minutes} min"],
        _ => t[$"{span.Days}日{span.Hours}時間", $"{span.Days} d {span.Hours} h"],
    };
}
