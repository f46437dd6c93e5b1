// Some tests here set the current folder or start the compiler; the process has only one of each.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
