using Madoguchi.Storage;

namespace Madoguchi.Incidents.Showing;

public static class StatusMapping
{
    public const string Topic = "status";

    extension(Db db)
    {
        /// <summary>The public page is drawn anew once this has committed.</summary>
        public void StatusChanged() => db.RingAfterCommit(Topic);
    }
}
